using BenchmarkDotNet.Running;
using WhatsCommerce.Benchmarks;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Benchmarks.Receiving;
using WhatsCommerce.Benchmarks.Table;

switch (args)
{
    // Commands that the program runs in child processes.
    case [LoopbackServer.Command]:
        await LoopbackServer.ServeAsync();
        return 0;
    case [CloudServer.Command]:
        await CloudServer.ServeAsync();
        return 0;
    case [WebhookServer.Command, string kind]:
        await WebhookServer.ServeAsync(kind);
        return 0;
    case [Worker.Command, string name, .. string[] rows] when Topics.All.SingleOrDefault(topic => topic.Name == name) is Topic topic:
        await Worker.WorkAsync(topic, rows.ToHashSet());
        return 0;

    // BenchmarkDotNet measures in more detail, and reads its own options.
    case ["--filter" or "--list", ..]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    default:
        return await new TableCommandLine().RunAsync(args);
}
