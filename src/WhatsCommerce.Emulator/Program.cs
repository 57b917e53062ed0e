using WhatsCommerce.Emulator.Commands;

namespace WhatsCommerce.Emulator;

// Written out, since ASP.NET makes the class of top-level statements public, and a command shows nothing to others.
internal static class Program
{
    private static Task<int> Main(string[] args) => EmulatorCommand.RunAsync(args, Console.Out, Console.Error);
}
