using System.Globalization;
using System.Reflection;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>The page about templates names the limits that the code checks.</summary>
public class TemplatesPageTests
{
    public static TheoryData<string> Limits => [.. typeof(TemplateLimits).GetProperties().Select(limit => limit.Name)];

    [Theory, MemberData(nameof(Limits))]
    public void Page_EachLimit_IsThatOfTheCode(string name)
    {
        string page = File.ReadAllText(Path.Combine(SharedMaterial.Repository, "docs", "templates.md"));

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"| `{name}` | {Limit(name).GetValue(null)} |"), page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Limits))]
    public void Limit_Each_SaysWhereItIsFrom(string name) =>
        Assert.Contains("Source: ", XmlDocs.SummaryOf(Limit(name)), StringComparison.Ordinal);

    private static PropertyInfo Limit(string name) => typeof(TemplateLimits).GetProperty(name)!;
}
