// Light collected from coated spheres with the scattnlay library: its coefficients and amplitudes, summed at the same 64 angles.
// g++ -O3 -march=native -I SCATTNLAY/src mie-peer-scattnlay.cpp
#include <complex>
#include "mie-peer.hpp"
#include "nmie-basic.hpp"

int main(int, char** argv) {
  const Quadrature q = quadrature();
  const double k = 2 * pi_ * medium / wavelength;
  nmie::MultiLayerMie<double> sphere;
  sphere.SetLayersIndex({{coreIndex / medium, 0}, {shellIndex / medium, 0}});
  sphere.SetAngles(q.theta);
  return serve(argv, [&](double d) {
    sphere.SetLayersSize({k * (d / 2 - shell), k * d / 2});
    sphere.RunMieCalculation();
    const auto s1 = sphere.GetS1();
    const auto s2 = sphere.GetS2();
    double sum = 0;
    for (int j = 0; j < angles; j++)
      sum += q.perpendicular[j] * std::norm(s1[j]) + q.parallel[j] * std::norm(s2[j]);
    return sum / (k * k);
  });
}
