using BenchmarkDotNet.Running;
using WhatsCommerce.Benchmarks;

// "table" measures each thing beside its baseline and prints the table of docs/performance.md in about a minute; exit code 1 when a
// limit is broken. Everything else goes to BenchmarkDotNet, for a closer look at one of them: --filter *Parse*
if (args is ["table", ..])
{
    var table = new ComparisonTable();
    await ParserComparisons.AddToAsync(table);
    await SignatureComparisons.AddToAsync(table);
    await BuildComparisons.AddToAsync(table);
    await SendComparisons.AddToAsync(table);
    Console.WriteLine(table);
    return table.HoldsAllLimits ? 0 : 1;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
