using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Tool.Terminal;

/// <summary>The input and output of a command. Results are written to standard output, all other messages to standard error.</summary>
internal sealed class ToolConsole
{
    /// <summary>The name that the user types.</summary>
    public const string CommandName = "whatscommerce";

    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }
    public required Stream Input { get; init; }

    /// <summary>Whether the output is an interactive terminal, in which lines may be colored or replaced.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    private bool UsesColor => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR"));

    public static ToolConsole OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Input = Console.OpenStandardInput(),
        IsTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
    };

    /// <summary>Writes a line of the result.</summary>
    public void Show(string line)
    {
        Output.WriteLine(line);
        Output.Flush();
    }

    /// <summary>Writes a result as one line of JSON. Letters of any script are not escaped, because the output is not HTML.</summary>
    public void ShowJson<T>(T value, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        Show(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes a line that is not a result: progress, a hint, an error.</summary>
    public void Say(string line, Shade shade = Shade.None)
    {
        Error.WriteLine(Paint(line, shade));
        Error.Flush();
    }

    /// <summary>Writes a line that the next one replaces; does nothing without an interactive terminal.</summary>
    public void SayForNow(string line)
    {
        if (IsTerminal)
        {
            Error.Write($"\r\e[K{line}");
            Error.Flush();
        }
    }

    /// <summary>Colors a text if the output has colors.</summary>
    public string Paint(string text, Shade shade) =>
        shade is Shade.None || !UsesColor ? text : FormattableString.Invariant($"\e[{(int)shade}m{text}\e[0m");

    /// <summary>Sanitizes an external text to one line without control sequences, which could manipulate the terminal.</summary>
    public static string Plain(string? text, int maxLength = 300)
    {
        if (text is null)
        {
            return "";
        }

        StringBuilder plain = new(Math.Min(text.Length, maxLength));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length >= maxLength)
            {
                return plain.Append("...").ToString();
            }

            plain.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return plain.ToString();
    }

    /// <summary>Writes rows in aligned columns, the last of which may have any length.</summary>
    public void ShowTable(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. names.Select((name, column) => rows.Select(row => row[column].Length).Append(name.Length).Max())];
        Show(Paint(Line(names), Shade.Gray));
        foreach (IReadOnlyList<string> row in rows)
        {
            Show(Line(row));
        }

        string Line(IReadOnlyList<string> cells) =>
            string.Join("  ", cells.Select((cell, column) => column == cells.Count - 1 ? cell : cell.PadRight(widths[column]))).TrimEnd();
    }
}
