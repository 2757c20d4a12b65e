using System.Globalization;
using BenchmarkDotNet.Running;
using ReportBuilder.Benchmarks.Coverage;
using ReportBuilder.Benchmarks.Report;

// «report [runs]» times the whole program as a process, «coverage [draws]» counts how often intervals hold the truth; anything else is for BenchmarkDotNet («--filter *Logistic*»).
if (args is ["report", ..])
{
    WholeRun.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
}
else if (args is ["coverage", ..])
{
    MixedCoverage.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2000);
}
else
{
    BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
}
