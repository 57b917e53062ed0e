using BenchmarkDotNet.Running;
using WhatsCommerce.Benchmarks;

// "table" measures each thing beside its baseline and prints the table of docs/performance.md in some minutes, "table send" only the rows
// of one topic; exit code 1 when a limit is broken. Everything else goes to BenchmarkDotNet, for a closer look: --filter *Parse*
if (args is [LoopbackServer.Command])
{
    await LoopbackServer.ServeAsync();
    return 0;
}

if (args is [WebhookServer.Command, string kind])
{
    await WebhookServer.ServeAsync(bare: kind == "bare");
    return 0;
}

if (args is [CloudServer.Command])
{
    await CloudServer.ServeAsync();
    return 0;
}

if (args is ["table", ..])
{
    (string Topic, Func<ComparisonTable, Task> AddAsync)[] topics =
    [
        ("parse", ParserComparisons.AddToAsync),
        ("signature", SignatureComparisons.AddToAsync),
        ("build", BuildComparisons.AddToAsync),
        ("send", SendComparisons.AddToAsync),
        ("upload", UploadComparisons.AddToAsync),
        ("receive", EndpointComparisons.AddToAsync),
    ];
    ComparisonTable table = new();
    foreach ((string topic, Func<ComparisonTable, Task> addAsync) in topics)
    {
        if (args.Length == 1 || args.Contains(topic))
        {
            await addAsync(table);
        }
    }

    Console.WriteLine(table);
    return table.HoldsAllLimits ? 0 : 1;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
