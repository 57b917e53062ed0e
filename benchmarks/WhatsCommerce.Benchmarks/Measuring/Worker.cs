using System.Globalization;
using System.Text.Json;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>A process that measures one topic, in turns on request: the code is compiled and laid out anew in each process.</summary>
internal sealed class Worker : ChildProcess
{
    public const string Command = "measure";
    private const string Results = "results";
    private const string Done = "done";

    private Worker(string program, Topic topic, IEnumerable<string> rows)
        : base(program, [Command, topic.Name, .. rows], environment: [])
    {
    }

    /// <summary>Starts the process, and waits until it is warmed up.</summary>
    /// <param name="program">This program, or the same one with other libraries.</param>
    /// <param name="topic">The topic to measure.</param>
    /// <param name="rows">The selected comparisons of the topic.</param>
    public static async Task<Worker> StartAsync(string program, Topic topic, IEnumerable<string> rows)
    {
        Worker worker = new(program, topic, rows);
        await worker.ReadAsync();
        return worker;
    }

    /// <summary>Runs in the process: measures turns until its standard input is closed.</summary>
    public static async Task WorkAsync(Topic topic, IReadOnlySet<string> rows)
    {
        await using Stage stage = await topic.PrepareAsync();
        await stage.WarmUpAsync();
        Console.WriteLine(Done);
        while (await Console.In.ReadLineAsync() is string question)
        {
            if (question == Results)
            {
                Console.WriteLine(JsonSerializer.Serialize(await stage.ResultsAsync(), ResultContext.Default.ResultArray));
            }
            else
            {
                await stage.TakeTurnsAsync(int.Parse(question, CultureInfo.InvariantCulture), rows);
                Console.WriteLine(Done);
            }
        }
    }

    /// <summary>Measures the given number of turns of each row.</summary>
    public Task TakeTurnsAsync(int turns) => AskAsync(turns.ToString(CultureInfo.InvariantCulture));

    public async Task<Result[]> ResultsAsync() => JsonSerializer.Deserialize(await AskAsync(Results), ResultContext.Default.ResultArray)!;
}
