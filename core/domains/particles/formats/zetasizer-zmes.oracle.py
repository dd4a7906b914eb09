"""States what SQLite reads from a .zmes file: python3 zetasizer-zmes.oracle.py test.zmes > zetasizer-zmes.golden.json"""
import hashlib, json, sqlite3, struct, sys

path = sys.argv[1]
database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
wanted = {
    "zAverage": ("Cumulants Result", "Z-Average (nm)"),
    "polydispersityIndex": ("Cumulants Result", "Polydispersity Index (PI)"),
    "intercept": ("Cumulants Result", "Intercept"),
    "derivedCountRate": ("Size Analysis Result", "Derived Mean Count Rate (kcps)"),
    "temperature": ("Actual Instrument Settings", "Temperature (°C)"),
    "viscosity": ("Actual Instrument Settings", "Dispersant Viscosity (cP)"),
    "refractiveIndex": ("Actual Instrument Settings", "Dispersant RI"),
    "wavelength": ("Actual Instrument Settings", "Laser Wavelength (nm)"),
    "angle": ("Actual Instrument Settings", "Scattering Collection Angle (°)"),
    "firstCumulant": ("Cumulants Result", "First Cumulant"),
    "sizes": ("Size Analysis Result", "Sizes"),
    "intensity": ("Size Analysis Result", "Particle Size Intensity Distribution"),
    "volume": ("Size Analysis Result", "Particle Size Volume Distribution (%)"),
    "number": ("Size Analysis Result", "Particle Size Number Distribution"),
    "delay": ("Size Analysis Result", "Times"),
    "g2": ("Size Analysis Result", "g2-1 correlation coefficients"),
}


def doubles(blob):
    start = blob.index(bytes([6, 1, 1, 1, 2, 1]))
    values = [struct.unpack_from("<d", blob, at + 6)[0] for at in range(start, len(blob), 14)]
    packed = b"".join(struct.pack("<d", value) for value in values)
    return {"length": len(values), "first": values[0], "last": values[-1], "sum": sum(values), "sha256": hashlib.sha256(packed).hexdigest()}


records = []
for record, guid in database.execute("select Id, Guid from StandardRecords order by Id"):
    values = {"guid": guid}
    for key, (parent, name) in wanted.items():
        rows = database.execute(
            """select d.Data_Double, d.Data_Single, d.Data_Blob from RecordParameterData d
            join RecordParameterTreeNodes n on n.Id = d.ParameterTreeNodeId join RecordParameterTypes t on t.Id = n.ParameterTypeId
            join RecordParameterTreeNodes pn on pn.Id = n.ParentNodeId join RecordParameterTypes pt on pt.Id = pn.ParameterTypeId
            join RecordParameterTreeNodes gn on gn.Id = pn.ParentNodeId join RecordParameterTypes gt on gt.Id = gn.ParameterTypeId
            left join RecordParameterTreeNodes hn on hn.Id = gn.ParentNodeId left join RecordParameterTypes ht on ht.Id = hn.ParameterTypeId
            where d.RecordId = ? and t.FriendlyName = ? and pt.FriendlyName = ? and coalesce(ht.FriendlyName, '') not like 'Unclassified%'
            and gt.FriendlyName not like 'Unclassified%'""",
            (record, name, parent),
        ).fetchall()
        assert len(rows) == 1, (key, len(rows))
        double, single, blob = rows[0]
        values[key] = doubles(blob) if blob is not None else double if double is not None else single
    records.append(values)
print(json.dumps({"maker": f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}", "records": records}, indent=1))
