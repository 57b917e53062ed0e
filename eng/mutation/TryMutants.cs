// Tries each change of a report of Stryker by the tests that reach it, and writes into the report what became of it.
//
//   dotnet run eng/mutation/TryMutants.cs -- <mutation-report.json> <tests.dll> <package> <processes>
//
// A change is given up after ten times the processor time that its next tests take, and some seconds. Only what the process used counts: on
// a busy machine one that waits is no endless loop.
#:package Microsoft.CodeAnalysis.CSharp
#:property PublishAot=false
#:property IsPackable=false

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

if (args is not [string report, string tests, string package, string processes])
{
    Console.Error.WriteLine("Usage: dotnet run eng/mutation/TryMutants.cs -- <mutation-report.json> <tests.dll> <package> <processes>");
    return 2;
}

string reach = Path.Combine(Path.GetDirectoryName(report)!, "reach.tsv");
using (Worker cover = new(tests, package, reach, "cover"))
{
    if (await cover.ExitAsync() != 0)
    {
        Console.Error.WriteLine("A test fails without any change.");
        return 1;
    }
}

HashSet<int> reached = [];
HashSet<int> initializers = [];
TimeSpan all = TimeSpan.Zero;
foreach (string[] test in File.ReadLines(reach).Select(line => line.Split('\t')))
{
    all += TimeSpan.FromMilliseconds(int.Parse(test[1], CultureInfo.InvariantCulture));
    reached.UnionWith(Numbers(test[2]));
    initializers.UnionWith(Numbers(test[3]));
}

JsonObject root = JsonNode.Parse(await File.ReadAllTextAsync(report))!.AsObject();
Dictionary<int, JsonObject> mutants = [];
Dictionary<int, string> neighbours = [];
foreach (JsonNode file in root["files"]!.AsObject().Select(file => file.Value!))
{
    SyntaxTree source = CSharpSyntaxTree.ParseText((string)file["source"]!);
    JsonObject[] ofFile = [.. file["mutants"]!.AsArray().Select(mutant => mutant!.AsObject())];
    string ids = string.Join(',', ofFile.Select(mutant => (string)mutant["id"]!));
    foreach (JsonObject mutant in ofFile)
    {
        if ((string)mutant["status"]! is "NoCoverage" or "Survived" or "Killed" or "Timeout")
        {
            int id = int.Parse((string)mutant["id"]!, CultureInfo.InvariantCulture);
            mutants.Add(id, mutant);
            mutant["status"] = "NoCoverage";
            if (IsStaticInitializer(source, mutant["location"]!))
            {
                initializers.Add(id);
            }

            if (initializers.Contains(id))
            {
                neighbours.Add(id, ids);
            }
        }
    }
}

ConcurrentQueue<int> queue = new(mutants.Keys.Where(id => reached.Contains(id) || initializers.Contains(id)).Order());
Console.WriteLine($"{queue.Count} of {mutants.Count} changes are reached; the tests take {all.TotalSeconds:0.0} s of the processor.");
int total = queue.Count;
await Task.WhenAll(Enumerable.Range(0, int.Parse(processes, CultureInfo.InvariantCulture)).Select(_ => Task.Run(WorkAsync)));
await File.WriteAllTextAsync(report, root.ToJsonString());
return 0;

async Task WorkAsync()
{
    Worker? worker = null;
    while (queue.TryDequeue(out int mutant))
    {
        string[] answer;
        if (initializers.Contains(mutant))
        {
            using Worker fresh = new(tests, package, reach, "fresh", $"{mutant}", neighbours[mutant]);
            answer = await fresh.AnswerAsync();
        }
        else
        {
            answer = await TryAsync(mutant);
            if (answer[0] == "Spoilt")
            {
                answer = await TryAsync(mutant);
            }
        }

        lock (mutants)
        {
            mutants[mutant]["status"] = answer[0] is "Spoilt" or "Crashed" ? "Killed" : answer[0];
            mutants[mutant]["static"] = initializers.Contains(mutant);
            mutants[mutant]["statusReason"] = answer[1];
            Console.Write(answer[0] switch { "Survived" => 'S', "Timeout" => 'T', "Crashed" => 'C', _ => '.' });
            if ((total - queue.Count) % 100 == 0)
            {
                Console.WriteLine($" {total - queue.Count}");
            }
        }
    }

    worker?.Dispose();

    async Task<string[]> TryAsync(int mutant)
    {
        worker ??= new Worker(tests, package, reach, "serve");
        await worker.AskAsync(mutant);
        string[] answer = await worker.AnswerAsync();
        if (answer[0] is not ("Killed" or "Survived"))
        {
            worker.Dispose();
            worker = null;
        }

        return answer;
    }
}

// Stryker marks most of them, but not those that run before the first test.
static bool IsStaticInitializer(SyntaxTree source, JsonNode location)
{
    TextLineCollection lines = source.GetText().Lines;
    TextSpan span = lines.GetTextSpan(new(Position("start"), Position("end")));
    SyntaxNode? around = source.GetRoot().FindNode(span, getInnermostNodeForTie: true)
        .FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax);
    return around is FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null }
        && ((MemberDeclarationSyntax)around).Modifiers.Any(SyntaxKind.StaticKeyword);

    // The report counts from 1.
    LinePosition Position(string end) => new((int)location[end]!["line"]! - 1, (int)location[end]!["column"]! - 1);
}

static IEnumerable<int> Numbers(string list) =>
    list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));

internal sealed class Worker : IDisposable
{
    // A new process finds its tests first.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(6);

    // A change that waits for what never comes uses no processor.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly BlockingCollection<string> _answers = [];

    public Worker(string tests, string package, string reach, string mode, params string[] mutants)
    {
        ProcessStartInfo start = new("dotnet", [tests, package, reach, mode, .. mutants])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = mode != "cover",
            StandardOutputEncoding = Encoding.UTF8,
        };
        // What an endless loop collects must not take the machine's memory.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, received) =>
        {
            if (received.Data is null)
            {
                _answers.CompleteAdding();
            }
            else if (received.Data.StartsWith("@mutant\t", StringComparison.Ordinal))
            {
                _answers.Add(received.Data);
            }
        };
        _process.BeginOutputReadLine();
        if (mode != "cover")
        {
            _process.BeginErrorReadLine();
        }
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async Task AskAsync(int mutant)
    {
        await _process.StandardInput.WriteLineAsync(mutant.ToString(CultureInfo.InvariantCulture));
        await _process.StandardInput.FlushAsync();
    }

    public Task<string[]> AnswerAsync()
    {
        TimeSpan limit = Least;
        TimeSpan used = Used();
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            if (_answers.TryTake(out string? line, TimeSpan.FromMilliseconds(500)))
            {
                string[] answer = line.Split('\t')[1..];
                if (answer[0] != "Trying")
                {
                    return Task.FromResult(answer);
                }

                limit = Least + (10 * TimeSpan.FromMilliseconds(int.Parse(answer[1], CultureInfo.InvariantCulture)));
                used = Used();
                waited.Restart();
            }
            else if (_answers.IsCompleted)
            {
                return Task.FromResult<string[]>(["Crashed", "The process ended."]);
            }
            else if (Used() - used > limit || waited.Elapsed > Patience + (3 * limit))
            {
                string reason = $"{(Used() - used).TotalSeconds:0} s of the processor in {waited.Elapsed.TotalSeconds:0} s.";
                return Task.FromResult<string[]>(["Timeout", reason]);
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _answers.Dispose();
    }

    private TimeSpan Used()
    {
        try
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }
}
