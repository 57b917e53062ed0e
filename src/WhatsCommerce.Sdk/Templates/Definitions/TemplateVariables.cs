namespace WhatsCommerce.Templates;

/// <summary>Finds the variables of a text: what stands between <c>{{</c> and <c>}}</c>.</summary>
internal static class TemplateVariables
{
    public const string Open = "{{";
    public const string Close = "}}";

    /// <summary>The variables in the order in which they first stand there, each once, by what is between their braces.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        List<string> found = [];
        ReadOnlySpan<char> rest = text;
        for (int open = rest.IndexOf(Open); open >= 0; open = rest.IndexOf(Open))
        {
            rest = rest[(open + Open.Length)..];
            int close = rest.IndexOf(Close);
            if (close < 0)
            {
                break;
            }

            string name = rest[..close].ToString();
            if (!found.Contains(name))
            {
                found.Add(name);
            }

            rest = rest[(close + Close.Length)..];
        }

        return found;
    }

    /// <summary>Whether a variable is called by a number.</summary>
    public static bool IsPosition(string variable) => variable.Length > 0 && !variable.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a variable has the shape of a name.</summary>
    public static bool IsName(string variable) =>
        variable.Length > 0 && variable.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !IsPosition(variable);
}
