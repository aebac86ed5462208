"""Invented tables with the columns and the traps of each version of Geo-PKO."""
# ruff: noqa: E501 (rows of tables)

FRONTMAP = """\
mission,year,country,location,latitude,longitude,Infantry,NoTroops,Reserve,hq,UNPOL,Med,Av,UNMO,ave.no.troops
UNARNIA,2019,Arnia,Ostra,12.0,-8.0,150.0,900.0,0.0,3,1,0,1,0,875.0
UNARNIA,2019,Arnia,Westa/Lowa,13.5,-7.5,650.0,650.0,0.0,2,0,0,0,0,650.0
UNARNIA,2019,Arnia,Westa/Lowa,13.5,-7.5,650.0,800.0,0.0,2,0,0,0,0,725.0
UNARNIA,2019,Arnia,Tapeta,14.25,-6.0,35.0,35.0,0.0,0,0,0,0,1,35.0
UNARNIA,2019,Arnia,Tapita,14.25,-6.0,35.0,150.0,0.0,0,0,0,0,1,92.0
UNARNIA,2019,Belvar,Sécheron (Port),15.0,-6.5,,,0.0,0,0,0,0,0,
UNARNIA,2019,Arnia,Lookout,15.5,-6.5,0.0,0.0,0.0,0,0,0,0,1,0.0
UNARNIA,2020,Arnia,Ostra,12.0,-8.0,150.0,450.0,0.0,3,0,0,0,0,450.0
UNARCHIA,2019,Archia,Gate,1.0,2.0,150.0,150.0,0.0,0,0,0,0,0,150.0
"""

TCCMAP = """\
mission,year,location,latitude,longitude,No.TCC,year.overview
UNARNIA,2019,Ostra,12.0,-8.0,3,"Corvia (650), Cote d'Ivoire (150), Dunland (size unknown)"
UNARNIA,2019,Westa/Lowa,13.5,-7.5,1,TCC name unknown (800)
UNARNIA,2019,Tapita,14.25,-6.0,1,Corvia (150)
"""

TTMAP = """\
mission,year,location,latitude,longitude,Infantry,eng,med,sig,av,riv,maint,trans
UNARNIA,2019,Ostra,12.0,-8.0,150,2,1,0,0,0,0,0
UNARNIA,2019,Westa/Lowa,13.5,-7.5,650,0,0,0,0,0,0,0
"""

MONTHLY = """\
Source,Mission,year,month,location,country,latitude,longitude,No.troops,No.TCC,name.of.TCC1,No.troops.per.TCC1,name.of.TCC2,No.troops.per.TCC2,UNPOL..dummy.,UNMO..dummy.,HQ,LO,comments
Map no. 1 ,UNARNIA,2018,3,MÃ©naka,Arnia,12.0,-8.0,800,2,Corvia,650,Dunland,150,0,0.0,3,0,
Map no. 1 ,UNARNIA,2018,3,Westa,Arnia,NA,NA,unknown,unknown,unknown,unknown,,,0,1.0,0,0,"two
lines"
Map no. 2 ,UNARNIA,2018,9,MÃ©naka,Arnia,12.0,-8.0,336.5,1,Corvia,336.5,,,1,0.0,3,0,
"""

LOCATION_MAP = """\
source,mission,year,month,location,country,latitude,longitude,no.troops,nameoftcc_1,notroopspertcc_1,nameoftcc_2,notroopspertcc_2,unpol.dummy,unmo.dummy,hq
Map no. 9,UNARNIA,2021,6,Ostra,Arnia,12,-8,1000,Corvia,650,NA,NA,0,0,3
"""
