// Prints the mutation score of a report of Stryker and what survived: one line for each changed place of the code.
//
//   dotnet run eng/mutation/Survivors.cs -- <mutation-report.json>
#:property PublishAot=false
#:property IsPackable=false

using System.Text.Json;

if (args is not [string report])
{
    Console.Error.WriteLine("Usage: dotnet run eng/mutation/Survivors.cs -- <mutation-report.json>");
    return 2;
}

await using FileStream file = File.OpenRead(report);
using JsonDocument document = await JsonDocument.ParseAsync(file);
int killed = 0;
int timedOut = 0;
int survived = 0;
int uncovered = 0;

IEnumerable<JsonProperty> sources = document.RootElement.GetProperty("files").EnumerateObject();
foreach (JsonProperty source in sources.OrderBy(entry => entry.Name, StringComparer.Ordinal))
{
    string[] lines = source.Value.GetProperty("source").GetString()!.Split('\n');
    int killedHere = 0;
    List<string> survivors = [];
    foreach (JsonElement mutant in source.Value.GetProperty("mutants").EnumerateArray())
    {
        string status = mutant.GetProperty("status").GetString()!;
        switch (status)
        {
            case "Killed":
                killedHere++;
                continue;
            case "Timeout":
                killedHere++;
                timedOut++;
                continue;
            case "Survived":
                survived++;
                break;
            case "NoCoverage":
                uncovered++;
                break;
            default:
                continue;
        }

        JsonElement start = mutant.GetProperty("location").GetProperty("start");
        int line = start.GetProperty("line").GetInt32();
        int column = start.GetProperty("column").GetInt32();
        string replacement = mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ");
        survivors.Add($"  {line,4}:{column,-3} {status,-10} {Beginning(lines[line - 1].Trim(), 90)}  =>  {Beginning(replacement, 60)}");
    }

    killed += killedHere;
    if (survivors.Count > 0)
    {
        Console.WriteLine($"{source.Name}: {survivors.Count} of {survivors.Count + killedHere}");
        survivors.ForEach(Console.WriteLine);
    }
}

int counted = killed + survived + uncovered;
// An endless loop is noticed by the time it takes.
Console.WriteLine($"{killed} killed ({timedOut} of them by time), {survived} survived, {uncovered} reached by no test.");
Console.WriteLine(FormattableString.Invariant($"Mutation score: {100.0 * killed / Math.Max(1, counted):0.0} % of {counted}."));
return 0;

static string Beginning(string text, int length) => text.Length <= length ? text : text[..length] + "...";
