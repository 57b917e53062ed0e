// Prints the mutation score of a report of Stryker and what survived: one line for each changed place of the code.
//
//   dotnet run eng/mutation/Survivors.cs -- <mutation-report.json>
//
// Static initializers are counted apart: they run once in a process that tests many mutants, so that a mutant of one is never switched on.
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
int unswitched = 0;

IEnumerable<JsonProperty> sources = document.RootElement.GetProperty("files").EnumerateObject();
foreach (JsonProperty source in sources.OrderBy(entry => entry.Name, StringComparer.Ordinal))
{
    string[] lines = source.Value.GetProperty("source").GetString()!.Split('\n');
    int killedHere = 0;
    List<string> survivors = [];
    foreach (JsonElement mutant in source.Value.GetProperty("mutants").EnumerateArray())
    {
        string status = mutant.GetProperty("status").GetString()!;
        bool isStatic = mutant.TryGetProperty("static", out JsonElement marked) && marked.ValueKind == JsonValueKind.True;
        switch (status)
        {
            case "Killed":
                killedHere++;
                continue;
            case "Timeout":
                killedHere++;
                timedOut++;
                continue;
            case "Survived" when isStatic:
                unswitched++;
                break;
            case "Survived":
                survived++;
                break;
            case "NoCoverage":
                uncovered++;
                break;
            default:
                continue;
        }

        int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
        string replacement = mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ");
        string kind = isStatic ? "Static" : status;
        survivors.Add($"  {line,4} {kind,-10} {Beginning(lines[line - 1].Trim(), 90)}  =>  {Beginning(replacement, 60)}");
    }

    killed += killedHere;
    if (survivors.Count > 0)
    {
        Console.WriteLine($"{source.Name}: {survivors.Count} of {survivors.Count + killedHere}");
        survivors.ForEach(Console.WriteLine);
    }
}

int counted = killed + survived + uncovered;
// An endless loop is noticed by the time it takes; on a busy machine, so is what only waited.
Console.WriteLine($"{killed} killed ({timedOut} of them by time), {survived} survived, {uncovered} reached by no test.");
Console.WriteLine($"{unswitched} of static initializers were not tried.");
Console.WriteLine(FormattableString.Invariant($"Mutation score: {100.0 * killed / Math.Max(1, counted):0.0} % of {counted}."));
return 0;

static string Beginning(string text, int length) => text.Length <= length ? text : text[..length] + "...";
