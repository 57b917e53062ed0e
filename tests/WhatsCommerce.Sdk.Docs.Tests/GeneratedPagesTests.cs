using System.Globalization;
using System.Reflection;
using System.Text;
using WhatsCommerce.Calls;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Conversations;
using WhatsCommerce.Media;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>Pages that are made from the code, so that they cannot say anything else. <c>ACCEPT_SNAPSHOTS=1</c> writes them.</summary>
public class GeneratedPagesTests
{
    private const string SourceMark = "Source: ";

    public static TheoryData<string> Limits =>
        [.. LimitTypes.SelectMany(LimitsOf).Select(limit => $"{limit.DeclaringType!.Name}.{limit.Name}")];

    private static Type[] LimitTypes =>
        [typeof(MessageLimits), typeof(MediaLimits), typeof(CatalogLimits), typeof(ConversationLimits), typeof(CallLimits)];

    [Theory, MemberData(nameof(Limits))]
    public void Limit_Each_SaysWhereItIsFrom(string limit)
    {
        string[] parts = limit.Split('.');
        PropertyInfo property = LimitTypes.Single(type => type.Name == parts[0]).GetProperty(parts[1])!;

        Assert.Contains(SourceMark, XmlDocs.SummaryOf(property), StringComparison.Ordinal);
    }

    [Fact]
    public void LimitsPage_IsWhatTheCodeChecks()
    {
        StringBuilder page = new("""
            # Limits

            This page lists every limit that the SDK validates before it sends a request, from `MessageLimits`, `MediaLimits`,
            `CatalogLimits`, `ConversationLimits` and `CallLimits`. The SDK does not count calls to a customer and requests for the
            permission to call: only Meta does. Characters are Unicode scalar values; Meta does not define what it counts, see [the
            decision](decisions/characters-are-scalar-values.md). This page is generated from the code.


            """);
        AppendLimits(page, "Messages", typeof(MessageLimits));
        AppendLimits(page, "Media files", typeof(MediaLimits));
        AppendLimits(page, "Catalogs", typeof(CatalogLimits));
        AppendLimits(page, "Conversation routing", typeof(ConversationLimits));
        AppendLimits(page, "Calls", typeof(CallLimits));

        Check("limits.md", page);
    }

    [Fact]
    public void ErrorsPage_IsWhatTheCodeSays()
    {
        StringBuilder page = new("""
            # Errors

            This page lists every error code of Meta that the SDK knows, from `GraphErrorCodes`, grouped by error class
            (`GraphError.Class`), with the exception that it throws. The error code determines the class if it is known, otherwise
            `is_transient`, otherwise the HTTP status code. An unknown code keeps its number and has the class `Unknown`.
            `GraphException.IsRetrySafe` says whether the same request can be retried, and `RetryAfter` how long to wait. A send with an
            error of the classes `Unavailable` and `Unknown` throws `OutcomeUnknownException` and is never retried automatically.
            `GraphError.Advice` returns the text under "What to do": that of the code, or else that of the class. This page is generated
            from the code.


            """);
        ILookup<GraphErrorClass, FieldInfo> codes = ConstantsOf(typeof(GraphErrorCodes))
            .ToLookup(code => new GraphError { Code = (int)code.GetRawConstantValue()! }.Class);
        foreach (FieldInfo group in typeof(GraphErrorClass).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            GraphErrorClass errorClass = (GraphErrorClass)group.GetValue(null)!;
            page.AppendLine(CultureInfo.InvariantCulture, $"## {group.Name}")
                .AppendLine()
                .AppendLine(XmlDocs.SummaryOf(group))
                .AppendLine()
                .AppendLine(Wrapped($"What to do: {GraphErrorAdvice.ByClass(errorClass)}"))
                .AppendLine();
            if (!codes[errorClass].Any())
            {
                continue;
            }

            if (typeof(GraphException).Assembly.GetType($"WhatsCommerce.Graph{group.Name}Exception") is Type exception)
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"Exception: `{exception.Name}`").AppendLine();
            }

            page.AppendLine("| Code | Constant | Meaning | What to do |").AppendLine("|--:|---|---|---|");
            foreach (FieldInfo code in codes[errorClass].OrderBy(code => (int)code.GetRawConstantValue()!))
            {
                string advice = new GraphError { Code = (int)code.GetRawConstantValue()! }.Advice;
                string own = advice == GraphErrorAdvice.ByClass(errorClass) ? "" : advice;
                page.AppendLine(
                    CultureInfo.InvariantCulture, $"| {code.GetRawConstantValue()} | `{code.Name}` | {XmlDocs.SummaryOf(code)} | {own} |");
            }

            page.AppendLine();
        }

        Check("errors.md", page);
    }

    private static void AppendLimits(StringBuilder page, string title, Type limits)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"## {title}")
            .AppendLine()
            .AppendLine("| Limit | Value | What | Source |")
            .AppendLine("|---|--:|---|---|");
        foreach (PropertyInfo limit in LimitsOf(limits))
        {
            string[] summary = XmlDocs.SummaryOf(limit).Split(SourceMark, 2);
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{limit.Name}` | {limit.GetValue(null):#,0} | {summary[0].Trim()} | {summary[^1].TrimEnd('.')} |");
        }

        page.AppendLine();
    }

    private static string Wrapped(string text)
    {
        StringBuilder lines = new();
        int length = 0;
        foreach (string word in text.Split(' '))
        {
            bool fits = length + 1 + word.Length <= PageLayoutTests.MaxLine;
            lines.Append(length == 0 ? "" : fits ? " " : "\n").Append(word);
            length = length > 0 && fits ? length + 1 + word.Length : word.Length;
        }

        return lines.ToString();
    }

    // Times are documented where they are used.
    private static IEnumerable<PropertyInfo> LimitsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(limit => limit.PropertyType == typeof(int));

    private static IEnumerable<FieldInfo> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral);

    internal static void Check(string name, StringBuilder page)
    {
        string path = Path.Combine(SharedMaterial.Repository, "docs", name);
        string expected = page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == expected,
            $"docs/{name} is not up to date; it should read:\n\n{expected}");
    }
}
