using System.Globalization;
using System.Runtime;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>A server in a process of its own, as servers are: its time, its heap and its compiler can be told from ours.</summary>
internal sealed class ServerProcess : ChildProcess
{
    private ServerProcess(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
        : base(ThisProgram, arguments, environment)
    {
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The processor time that it has used, in nanoseconds.</summary>
    public double CpuTime => CpuClock.OfProcess(Process.Id);

    /// <param name="arguments">The command by which the program serves.</param>
    /// <param name="core">The only processor that it may use; null when it may use all.</param>
    public static async Task<ServerProcess> StartAsync(IEnumerable<string> arguments, int? core = null)
    {
        // With a core of its own, a server does not share its collector's threads with anybody either.
        ServerProcess server = new(arguments, core is null ? [] : [new("DOTNET_PROCESSOR_COUNT", "1")]);
        if (core is int number && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            server.Process.ProcessorAffinity = 1 << number;
        }

        server.Address = new Uri(await server.ReadAsync());
        return server;
    }

    /// <summary>What the process does once it serves: says where, and answers questions until its standard input is closed.</summary>
    public static async Task AnswerAsync(Uri address)
    {
        Console.WriteLine(address);
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{JitInfo.GetCompiledMethodCount()} {GC.GetTotalAllocatedBytes(precise: true)}"));
        }
    }

    /// <summary>How many methods its just-in-time compiler has compiled, those that it improved once more for each time.</summary>
    public async Task<long> CompiledMethodsAsync() => (await StateAsync())[0];

    /// <summary>The bytes that it has allocated since it started.</summary>
    public async Task<long> AllocatedBytesAsync() => (await StateAsync())[1];

    private async Task<long[]> StateAsync() =>
        [.. (await AskAsync("state")).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
