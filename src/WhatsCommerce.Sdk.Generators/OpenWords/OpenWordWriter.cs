using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace WhatsCommerce.Generators.OpenWords;

/// <summary>Generates the other part of an open word.</summary>
internal static class OpenWordWriter
{
    private const int LineLength = 100;

    public static string Write(OpenWord word) => word.Type.File(
        word.HasValue ? ["System.Diagnostics.CodeAnalysis"] : [],
        source =>
        {
            TextMembers members = new(source, word.Type.Name, "word");
            members.Constructor(word.Case.Length > 0 ? "in any case" : "as on the wire", Kept(word));
            foreach (Word known in word.Words)
            {
                source.Line($"public static partial {word.Type.Name} {known.Property} {{ get => field; }} = new({Quote(known.Text)});")
                    .Blank();
            }

            members.Value(word.Case switch
            {
                "" => "as on the wire",
                "ToUpperInvariant" => "in capitals",
                _ => "in small letters",
            });
            if (word.HasValue)
            {
                members.HasValue();
            }

            if (word.TellsKnown)
            {
                WriteIsKnown(source, word);
            }

            if (word.FromString)
            {
                members.FromString($", such as <c>{word.Words[0].Text}</c>");
            }

            members.Text();
        });

    private static string Kept(OpenWord word)
    {
        string value = word.Case.Length > 0 ? $"value.{word.Case}()" : "value";
        string[] spellings =
        [
            .. word.Words.Where(known => known.OtherSpelling is not null)
                .Select(known => $"    {Quote(known.OtherSpelling!)} => {Quote(known.Text)},\n"),
        ];
        return spellings.Length == 0 ? value : $"{value} switch\n{{\n{string.Concat(spellings)}    string other => other,\n}}";
    }

    private static void WriteIsKnown(SourceWriter source, OpenWord word) => source
        .Line(word.AlsoKnown.Count == 0
            ? "/// <summary>Gets a value indicating whether the word is one of those listed here.</summary>"
            : "/// <summary>Gets a value indicating whether the word is one of Meta's, which are more than those listed here.</summary>")
        .Line($"public bool IsKnown => Value is {Alternatives(word.Words.Select(known => known.Text).Concat(word.AlsoKnown))};")
        .Blank();

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
