using System.Globalization;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Analyzers;

/// <summary>
/// WC0003 and WC0004: sections without a title, and more sections, products, rows, buttons or cards than a message can have.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartCountAnalyzer : SdkAnalyzer
{
    private static readonly Most Sections =
        new("sections", MessageLimits.ProductListSections, nameof(MessageLimits.ProductListSections));

    private static readonly Most Products =
        new("products in all sections", MessageLimits.ProductListProducts, nameof(MessageLimits.ProductListProducts));

    private static readonly Most ListSections = new("sections", MessageLimits.ListSections, nameof(MessageLimits.ListSections));

    private static readonly Most Rows = new("rows in all sections", MessageLimits.ListRows, nameof(MessageLimits.ListRows));

    private static readonly Most Buttons = new("buttons", MessageLimits.ReplyButtons, nameof(MessageLimits.ReplyButtons));

    private static readonly Most Cards = new("cards", MessageLimits.CarouselCards, nameof(MessageLimits.CarouselCards));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.SectionWithoutTitle, Rule.TooMany];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        Compilation compilation = start.Compilation;
        Dictionary<INamedTypeSymbol, Action<OperationAnalysisContext, Chain>> looks = new(SymbolEqualityComparer.Default);
        void Add(string type, Action<OperationAnalysisContext, Chain> look)
        {
            if (compilation.GetTypeByMetadataName(type) is { } found)
            {
                looks.Add(found, look);
            }
        }

        Add(SdkTypes.ProductListMessageBuilder, (context, chain) => LookAtSections(context, chain, "Products", Sections, Products));
        Add(SdkTypes.ListMessageBuilder, (context, chain) => LookAtSections(context, chain, "Rows", ListSections, Rows));
        Add(SdkTypes.ReplyButtonsMessageBuilder, (context, chain) => LookAtCalls(context, chain, "Button", Buttons));
        Add(SdkTypes.MediaCarouselMessageBuilder, (context, chain) => LookAtCalls(context, chain, "Card", Cards));
        Add(SdkTypes.ProductCarouselMessageBuilder, (context, chain) => LookAtCarousel(context, chain));
        INamedTypeSymbol? section = compilation.GetTypeByMetadataName(SdkTypes.ProductSection);
        Add(SdkTypes.TemplateMessageBuilder, (context, chain) => LookAtTemplate(context, chain, section));
        start.RegisterOperationAction(
            context =>
            {
                IInvocationOperation call = (IInvocationOperation)context.Operation;
                if ((call.Instance?.Type as INamedTypeSymbol) is { } type
                    && looks.TryGetValue(type, out Action<OperationAnalysisContext, Chain>? look)
                    && Chain.IsLast(call))
                {
                    look(context, Chain.EndingWith(call));
                }
            },
            OperationKind.Invocation);
    }

    private static void LookAtSections(OperationAnalysisContext context, Chain chain, string only, Most sections, Most parts)
    {
        List<Section> found = [];
        foreach (IInvocationOperation call in chain.Calls)
        {
            if (call.TargetMethod.Name == only)
            {
                found.Clear();
            }

            if (call.TargetMethod.Name == only || call.TargetMethod.Name == "Section")
            {
                found.Add(new(call.Argument("title")?.Value, call.Arguments.LastOrDefault(), call));
            }
        }

        Look(context, found, sections, parts);
    }

    private static void LookAtTemplate(OperationAnalysisContext context, Chain chain, INamedTypeSymbol? section)
    {
        foreach (IInvocationOperation call in chain.Calls)
        {
            if (call.TargetMethod.Name == "ProductListButton"
                && call.Argument("sections")?.Elements() is { } elements
                && elements.Select(element => element.Unwrap()).ToArray() is { } all
                && all.All(element => element is IObjectCreationOperation && element.Type.Is(section)))
            {
                Look(
                    context,
                    [.. all.Cast<IObjectCreationOperation>().Select(
                        made => new Section(made.Arguments[0].Value, made.Arguments.LastOrDefault(), made))],
                    Sections,
                    Products);
            }
        }
    }

    private static void Look(OperationAnalysisContext context, IReadOnlyList<Section> found, Most sections, Most parts)
    {
        Report(context, found.Count, sections, found.ElementAtOrDefault(sections.Number)?.Place);
        int count = 0;
        foreach (Section section in found)
        {
            count += section.Parts?.Elements()?.Count ?? 0;
            if (count > parts.Number)
            {
                int all = found.Sum(each => each.Parts?.Elements()?.Count ?? 0);
                Report(context, all, parts, section.Place);
                break;
            }
        }

        foreach (Section section in found)
        {
            if (found.Count > 1 && (section.Title is null || section.Title.IsNullOrEmptyText()))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule.SectionWithoutTitle, (section.Title?.Syntax ?? Name(section.Place)).GetLocation(), MessageLimits.SectionTitle));
            }
        }
    }

    private static void LookAtCalls(OperationAnalysisContext context, Chain chain, string method, Most most)
    {
        IInvocationOperation[] calls = [.. chain.Calls.Where(call => call.TargetMethod.Name == method)];
        Report(context, calls.Length, most, calls.ElementAtOrDefault(most.Number));
    }

    private static void LookAtCarousel(OperationAnalysisContext context, Chain chain)
    {
        Most products = new("products", Cards.Number, nameof(MessageLimits.CarouselCards));
        foreach (IInvocationOperation call in chain.Calls.Where(call => call.TargetMethod.Name == "Products"))
        {
            Report(context, call.Argument("products")?.Elements()?.Count ?? 0, products, call);
        }
    }

    private static void Report(OperationAnalysisContext context, int count, Most most, IOperation? place)
    {
        if (count > most.Number && place is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule.TooMany,
                Name(place).GetLocation(),
                count.ToString(CultureInfo.InvariantCulture),
                most.What,
                most.Number.ToString(CultureInfo.InvariantCulture),
                nameof(MessageLimits) + "." + most.Limit));
        }
    }

    // The method's name, not the whole chain before it.
    private static SyntaxNode Name(IOperation place) =>
        place is IInvocationOperation call ? call.NameSyntax() : place.Syntax;

    private sealed record Section(IOperation? Title, IArgumentOperation? Parts, IOperation Place);
    private sealed record Most(string What, int Number, string Limit);
}
