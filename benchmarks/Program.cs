using System.Globalization;
using BenchmarkDotNet.Running;
using ReportBuilder.Benchmarks.Models;
using ReportBuilder.Benchmarks.Report;

// «report [runs]» times the whole program as a process; «logistic» prints the table by number of rows beside R; anything else is for BenchmarkDotNet («--filter *Logistic*»).
if (args is ["report", ..])
{
    WholeRun.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
}
else if (args is ["logistic"])
{
    LogisticScaling.Measure();
}
else if (args is ["logistic", var copies, var runs])
{
    LogisticScaling.MeasureOne(int.Parse(copies, CultureInfo.InvariantCulture), int.Parse(runs, CultureInfo.InvariantCulture));
}
else
{
    BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
}
