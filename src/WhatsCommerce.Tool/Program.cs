namespace WhatsCommerce.Tool;

// Explicit, since ASP.NET Core makes the class of top-level statements public, and a command has no public API.
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using EndSignals signals = new();
        return await ToolCommands.RunAsync(args, ToolConsole.OfProcess(), signals.Token).ConfigureAwait(false);
    }
}
