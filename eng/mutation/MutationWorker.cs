// The entry point of a test project under mutation: switches on one of Stryker's changes after the other in one process, and runs the tests
// that reach it, the quickest first, until one fails.
//
//   <tests> <package> <file of reach> cover             runs every test once, and writes down which changes each reaches
//   <tests> <package> <file of reach> serve             tries the changes that standard input names, one a line
//   <tests> <package> <file of reach> fresh <id> <ids>  tries one change that is on from the start, as a static initializer needs it
//
// Only the first test reaches an initializer, so it is tried by the tests that reach any of the ids: those of its file.
// Answers are lines of standard output that begin with "@mutant"; tests may write others. Before the answer come the milliseconds that the
// next tests usually take of the processor.
using System.Globalization;
using System.Reflection;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace WhatsCommerce.Tests.Mutation;

internal sealed class MutationWorker
{
    private const int None = -1;

    // What is left out can only make the score smaller. Hundreds of bodies are read by each test of them all, and most in the same way.
    private const int MostCasesOfATheory = 50;
    private const int MostMilliseconds = 500;

    private readonly FieldInfo _active;
    private readonly FieldInfo _captures;
    private readonly MethodInfo _covered;
    private readonly ITestFrameworkExecutor _executor;
    private readonly Dictionary<string, ITestCase> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

    private MutationWorker(string package)
    {
        Type control = Array.Find(Assembly.Load(package).GetTypes(), type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException($"{package} is not the package that Stryker changed.");
        _active = control.GetField("ActiveMutant")!;
        _captures = control.GetField("CaptureCoverage")!;
        _covered = control.GetMethod("GetCoverageData")!;
        _active.SetValue(null, None);
        _executor = new XunitTestFramework().GetExecutor(typeof(MutationWorker).Assembly);
    }

    public static async Task<int> Main(string[] args)
    {
        MutationWorker worker = new(args[0]);
        if (args[2] == "fresh")
        {
            worker._active.SetValue(null, Number(args[3]));
        }

        await worker.DiscoverAsync();
        switch (args[2])
        {
            case "cover":
                await File.WriteAllLinesAsync(args[1], await worker.CoverAsync());
                break;
            case "fresh":
                HashSet<int> neighbours = [.. Numbers(args[4])];
                worker.Answer(await worker.FirstFailureAsync(
                    worker.Reached(args[1]).Where(test => test.Mutants.Overlaps(neighbours)).Select(test => test.Id), tells: true));
                break;
            default:
                await worker.ServeAsync(args[1]);
                break;
        }

        return 0;
    }

    private async Task ServeAsync(string reach)
    {
        (string Id, string Method, HashSet<int> Mutants)[] reached = [.. Reached(reach)];
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            int mutant = Number(line);
            _active.SetValue(null, mutant);
            Dictionary<string, int> cases = [];
            string? failed = await FirstFailureAsync(reached
                .Where(test => test.Mutants.Contains(mutant))
                .Where(test => (cases[test.Method] = cases.GetValueOrDefault(test.Method) + 1) <= MostCasesOfATheory)
                .Select(test => test.Id), tells: true);
            _active.SetValue(null, None);
            // What fails without the change as well was broken by what a change left behind in this process.
            bool spoilt = failed is { Length: > 0 } && await FirstFailureAsync([failed]) is not null;
            Answer(failed, spoilt);
        }
    }

    private async Task<List<string>> CoverAsync()
    {
        List<(TimeSpan Time, string Line)> lines = [];
        _captures.SetValue(null, true);
        foreach (string id in _cases.Keys)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            if (await FirstFailureAsync([id]) is not null)
            {
                throw new InvalidOperationException($"A test fails without any change: {_cases[id].TestCaseDisplayName}");
            }

            TimeSpan time = Environment.CpuUsage.TotalTime - before;
            var covered = (IList<int>[])_covered.Invoke(null, null)!;
            string line = string.Join('\t', id, (int)time.TotalMilliseconds, string.Join(',', covered[0]), string.Join(',', covered[1]));
            lines.Add((time, line));
        }

        return [.. lines.OrderBy(line => line.Time).Select(line => line.Line)];
    }

    private async Task DiscoverAsync()
    {
        TestContext.SetForInitialization(null, false, false);
        ITestFrameworkDiscoverer discoverer = new XunitTestFramework().GetDiscoverer(typeof(MutationWorker).Assembly);
        await discoverer.Find(
            found =>
            {
                _cases[found.UniqueID] = found;
                return ValueTask.FromResult(true);
            },
            TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = true }));
    }

    // First one, then twice as many at a time: most changes are noticed by the first, and a run of many costs less than many runs.
    private async Task<string?> FirstFailureAsync(IEnumerable<string> ids, bool tells = false)
    {
        ITestFrameworkExecutionOptions options = TestFrameworkOptions.ForExecution(new() { ParallelizeTestCollections = false });
        options.SetSynchronousMessageReporting(true);
        ITestCase[] left = [.. ids.Select(id => _cases[id])];
        for (int count = 1; left.Length > 0; count *= 2)
        {
            if (tells)
            {
                Console.WriteLine($"\n@mutant\tTrying\t{left.Take(count).Sum(one => _times[one.UniqueID])}");
            }

            FailureSink sink = new();
            TestContext.SetForInitialization(null, false, false);
            await _executor.RunTestCases([.. left.Take(count)], sink, options, CancellationToken.None);
            if (sink.Failed is not null)
            {
                return sink.Failed;
            }

            left = [.. left.Skip(count)];
        }

        return null;
    }

    private IEnumerable<(string Id, string Method, HashSet<int> Mutants)> Reached(string file)
    {
        foreach (string[] parts in File.ReadLines(file).Select(line => line.Split('\t')))
        {
            int time = _times[parts[0]] = Number(parts[1]);
            if (time <= MostMilliseconds && _cases.TryGetValue(parts[0], out ITestCase? test))
            {
                yield return (parts[0], test.TestMethod!.UniqueID, [.. Numbers(parts[2])]);
            }
        }
    }

    private static IEnumerable<int> Numbers(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private void Answer(string? failed, bool spoilt = false)
    {
        string status = failed is null ? "Survived" : spoilt ? "Spoilt" : "Killed";
        string test = failed is null or "" ? "" : _cases[failed].TestCaseDisplayName.ReplaceLineEndings(" ");
        Console.WriteLine($"\n@mutant\t{status}\t{test}");
    }

    private sealed class FailureSink : IMessageSink
    {
        public string? Failed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is IErrorMetadata)
            {
                Failed ??= (message as ITestCaseMessage)?.TestCaseUniqueID ?? "";
            }

            return Failed is null;
        }
    }
}
