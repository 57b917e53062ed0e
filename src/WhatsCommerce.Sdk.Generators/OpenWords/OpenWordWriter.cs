using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using WhatsCommerce.Generators.Writing;

namespace WhatsCommerce.Generators.OpenWords;

/// <summary>Writes the other part of an open word.</summary>
internal static class OpenWordWriter
{
    private const int LineLength = 100;

    public static string Write(OpenWord word) => word.Type.File(
        word.HasValue ? ["System.Diagnostics.CodeAnalysis"] : [],
        source =>
        {
            WriteConstructor(source, word);
            foreach (Word known in word.Words)
            {
                source.Line($"public static partial {word.Type.Name} {known.Property} {{ get => field; }} = new({Quote(known.Text)});").Blank();
            }

            WriteMembers(source, word);
        });

    private static void WriteConstructor(SourceWriter source, OpenWord word)
    {
        string form = word.Case.Length > 0 ? "in any case" : "as on the wire";
        source.Line("/// <summary>Takes the word from its text.</summary>")
            .Line($"/// <param name=\"value\">The word {form}; null or blank means absent.</param>");
        string[] spellings =
            [.. word.Words.Where(known => known.OtherSpelling is not null).Select(known => $"{Quote(known.OtherSpelling!)} => {Quote(known.Text)},")];
        string value = word.Case.Length > 0 ? $"value.{word.Case}()" : "value";
        if (spellings.Length == 0)
        {
            source.Line($"public {word.Type.Name}(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : {value};").Blank();
            return;
        }

        using (source.Braces($"public {word.Type.Name}(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : {value} switch", end: "};"))
        {
            foreach (string spelling in spellings)
            {
                source.Line(spelling);
            }

            source.Line("string other => other,");
        }

        source.Blank();
    }

    private static void WriteMembers(SourceWriter source, OpenWord word)
    {
        string kept = word.Case switch
        {
            "" => "as on the wire",
            "ToUpperInvariant" => "in capitals",
            _ => "in small letters",
        };
        source.Line($"/// <summary>The word {kept}, or <see langword=\"null\"/> when it is absent.</summary>")
            .Line("public string? Value { get; }")
            .Blank();
        if (word.HasValue)
        {
            source.Line("/// <summary>Whether there is a word.</summary>")
                .Line("[MemberNotNullWhen(true, nameof(Value))]")
                .Line("public bool HasValue => Value is not null;")
                .Blank();
        }

        if (word.TellsKnown)
        {
            source.Line(word.AlsoKnown.Count == 0
                    ? "/// <summary>Whether it is one of the words listed here.</summary>"
                    : "/// <summary>Whether it is one of Meta's words, which are more than those listed here.</summary>")
                .Line($"public bool IsKnown => Value is {Alternatives(word.Words.Select(known => known.Text).Concat(word.AlsoKnown))};")
                .Blank();
        }

        if (word.FromString)
        {
            source.Line("/// <summary>Takes the word from its text.</summary>")
                .Line($"/// <param name=\"value\">The word, such as <c>{word.Words[0].Text}</c>.</param>")
                .Line($"public static implicit operator {word.Type.Name}(string? value) => new(value);")
                .Blank();
        }

        source.Line("/// <summary>The word, or an empty string when it is absent.</summary>")
            .Line("public override string ToString() => Value ?? \"\";");
    }

    private static string Alternatives(IEnumerable<string> words)
    {
        StringBuilder text = new();
        int length = 0;
        foreach (string word in words.Select(Quote))
        {
            if (length + word.Length > LineLength)
            {
                text.Append("\n   ");
                length = 0;
            }

            text.Append(text.Length == 0 ? "" : " or ").Append(word);
            length += word.Length + " or ".Length;
        }

        return text.ToString();
    }

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
