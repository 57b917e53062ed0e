using System.Globalization;
using System.Runtime;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>A server in its own process, as servers are, so that its time, its heap and its compiler are separate from ours.</summary>
internal sealed class ServerProcess : ChildProcess
{
    private ServerProcess(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
        : base(ThisProgram, arguments, environment)
    {
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Gets the processor time that it has used, in nanoseconds.</summary>
    public double CpuTime => CpuClock.OfProcess(Process.Id);

    /// <param name="arguments">The command that starts the server.</param>
    /// <param name="core">The only processor that it may use; <see langword="null"/> for all.</param>
    public static async Task<ServerProcess> StartAsync(IEnumerable<string> arguments, int? core = null)
    {
        // A server with its own core does not share the threads of its garbage collector either.
        ServerProcess server = new(arguments, core is null ? [] : [new("DOTNET_PROCESSOR_COUNT", "1")]);
        if (core is int number && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            server.Process.ProcessorAffinity = 1 << number;
        }

        server.Address = new Uri(await server.ReadAsync());
        return server;
    }

    /// <summary>Runs in the process once it listens: writes its address, and answers queries until its standard input is closed.</summary>
    public static async Task AnswerAsync(Uri address)
    {
        Console.WriteLine(address);
        while (await Console.In.ReadLineAsync() is not null)
        {
            string counts = string.Create(
                CultureInfo.InvariantCulture, $"{JitInfo.GetCompiledMethodCount()} {GC.GetTotalAllocatedBytes(precise: true)}");
            Console.WriteLine(counts);
        }
    }

    /// <summary>
    /// Returns the number of methods that its just-in-time compiler has compiled; a method that was recompiled counts again.
    /// </summary>
    public async Task<long> CompiledMethodsAsync() => (await StateAsync())[0];

    /// <summary>Returns the bytes that it has allocated since it started.</summary>
    public async Task<long> AllocatedBytesAsync() => (await StateAsync())[1];

    private async Task<long[]> StateAsync() =>
        [.. (await AskAsync("state")).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
