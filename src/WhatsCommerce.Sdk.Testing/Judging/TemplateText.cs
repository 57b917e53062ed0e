using System.Globalization;

namespace WhatsCommerce.Testing.Judging;

/// <summary>The variables in the texts of a template: <c>{{1}}</c> by number, <c>{{code}}</c> by name.</summary>
internal static class TemplateText
{
    /// <summary>The variables in their order, each once.</summary>
    public static IReadOnlyList<string> Variables(string text)
    {
        List<string> variables = [];
        for (int start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0; start = text.IndexOf("{{", start + 2, StringComparison.Ordinal))
        {
            int end = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            string name = text[(start + 2)..end].Trim();
            if (name.Length > 0 && !variables.Contains(name))
            {
                variables.Add(name);
            }
        }

        return variables;
    }

    /// <summary>Whether numbered variables run from 1 without a gap; named ones always do.</summary>
    public static bool AreInOrder(IReadOnlyList<string> variables)
    {
        int[] numbers = [.. variables
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)
            .Where(number => number > 0)
            .Order()];
        return numbers.Select((number, index) => number == index + 1).All(fits => fits);
    }

    /// <summary>Whether a text begins or ends with a variable.</summary>
    public static bool TouchesAnEdge(string text) =>
        text.AsSpan().Trim() is var trimmed && (trimmed.StartsWith("{{", StringComparison.Ordinal) || trimmed.EndsWith("}}", StringComparison.Ordinal));
}
