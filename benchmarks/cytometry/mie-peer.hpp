// What the C++ peers share: the aperture's quadrature and the protocol. Each line on stdin asks for one run; its seconds are
// printed; the last results are left in the file of the second argument.
#pragma once
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

constexpr double wavelength = 488.0, medium = 1.337, coreIndex = 1.38, shellIndex = 1.48, shell = 6.0;
constexpr int angles = 64;
const double pi_ = std::acos(-1.0);

struct Quadrature {
  std::vector<double> theta, mu, perpendicular, parallel;
};

// side scatter, half-angle 46 degrees, polarised perpendicular: azimuth in closed form, Gauss-Legendre for the rest
inline Quadrature quadrature() {
  const double half = 46.0 * pi_ / 180.0;
  Quadrature q;
  for (int i = 0; i < angles; i++) {
    double z = std::cos(pi_ * (i + 0.75) / (angles + 0.5)), slope = 0;
    for (int step = 0; step < 10; step++) {
      double p0 = 0, p1 = 1;
      for (int n = 0; n < angles; n++) {
        const double p = ((2 * n + 1) * z * p1 - n * p0) / (n + 1);
        p0 = p1;
        p1 = p;
      }
      slope = angles * (p0 - z * p1) / (1 - z * z);
      z -= p1 / slope;
    }
    const double weight = 2 / ((1 - z * z) * slope * slope);
    const double t = pi_ / 2 * (z + 1);
    const double theta = pi_ / 2 - half * std::cos(t);
    const double phi = std::acos(std::min(1.0, std::cos(half) / std::sin(theta)));
    const double scale = weight * pi_ / 2 * half * std::sin(t) * std::sin(theta);
    q.theta.push_back(theta);
    q.mu.push_back(std::cos(theta));
    q.perpendicular.push_back(scale * (phi + std::sin(2 * phi) / 2));
    q.parallel.push_back(scale * (phi - std::sin(2 * phi) / 2));
  }
  return q;
}

template <class Collect>
int serve(char** argv, Collect collect) {
  std::vector<double> diameters;
  std::FILE* in = std::fopen(argv[1], "rb");
  for (double d; std::fread(&d, sizeof d, 1, in) == 1;) diameters.push_back(d);
  std::fclose(in);
  std::vector<double> out(diameters.size());
  std::printf("ready\n");
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    const auto start = std::chrono::steady_clock::now();
    for (size_t i = 0; i < diameters.size(); i++) out[i] = collect(diameters[i]);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::FILE* to = std::fopen(argv[2], "wb");
    std::fwrite(out.data(), sizeof(double), out.size(), to);
    std::fclose(to);
    std::printf("%.6f\n", seconds.count());
    std::fflush(stdout);
  }
  return 0;
}
