namespace WhatsCommerce.Validation;

/// <content>The name and language of a template, where it is defined and where it is sent.</content>
internal sealed partial class Violations
{
    private const int MaxLanguageLetters = 3;
    private const int RegionLetters = 2;

    public void RequireTemplateName(WirePath path, string? name, int limit)
    {
        RequireText(path, name, limit, "The name of the template");
        if (!string.IsNullOrWhiteSpace(name) && !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            Add(
                path,
                ViolationRule.Format,
                "The name of a template is made of the letters a-z, digits and underscores only, such as july_offer.");
        }
    }

    public void RequireLanguage(WirePath path, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            Add(
                path,
                ViolationRule.Required,
                "The language of the template is required, such as en_US; one template may exist in several.");
        }
        else if (!IsLanguage(code))
        {
            Add(
                path,
                ViolationRule.Format,
                "The language is a code of letters with an underscore before the region, such as en, en_US or pt_BR.");
        }
    }

    private static bool IsLanguage(string code)
    {
        int underscore = code.IndexOf('_', StringComparison.Ordinal);
        string language = underscore < 0 ? code : code[..underscore];
        string? region = underscore < 0 ? null : code[(underscore + 1)..];
        return language.Length is 2 or MaxLanguageLetters && language.All(char.IsAsciiLetterLower)
            && (region is null || (region.Length == RegionLetters && region.All(char.IsAsciiLetterUpper)));
    }
}
