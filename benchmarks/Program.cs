using System.Globalization;
using BenchmarkDotNet.Running;
using ReportBuilder.Benchmarks.Report;

// «report [runs]» times the whole program as a process; anything else is for BenchmarkDotNet («--filter *Logistic*»).
if (args is ["report", ..])
{
    WholeRun.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
}
else
{
    BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
}
