using WhatsCommerce.Emulator.Commands;

namespace WhatsCommerce.Emulator;

// Explicit, since ASP.NET Core makes the class of top-level statements public, and a command has no public API.
internal static class Program
{
    private static Task<int> Main(string[] args) => EmulatorCommand.RunAsync(args, Console.Out, Console.Error);
}
