namespace WhatsCommerce.Templates;

/// <summary>Finds the variables of a text: the names between <c>{{</c> and <c>}}</c>.</summary>
internal static class TemplateVariables
{
    public const string Open = "{{";
    public const string Close = "}}";

    /// <summary>Gets the variables in the order of their first occurrence, each once, without their braces.</summary>
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

    /// <summary>Returns whether a variable is a number.</summary>
    public static bool IsPosition(string variable) => variable.Length > 0 && !variable.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Returns whether a variable is a valid name.</summary>
    public static bool IsName(string variable) =>
        variable.Length > 0 && variable.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !IsPosition(variable);
}
