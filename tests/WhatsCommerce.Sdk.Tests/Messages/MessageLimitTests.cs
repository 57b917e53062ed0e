using System.Text;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Every length and count is allowed at its limit and refused one over it, in every script.</summary>
public partial class MessageLimitTests
{
    private const string CatalogId = "146265584024623";

    private static readonly Dictionary<string, (int Limit, string Path, Func<string, IReadOnlyList<Violation>> Check)> Texts = new()
    {
        ["text"] = (4096, "text.body", text => ViolationsOf(Message.Text(text))),
        ["catalog body"] = (1024, "interactive.body.text", text => ViolationsOf(Message.Catalog().Body(text))),
        ["catalog footer"] = (60, "interactive.footer.text", text => ViolationsOf(Message.Catalog().Body("Have a look").Footer(text))),
        ["catalog thumbnail"] = (100, "interactive.action.parameters.thumbnail_product_retailer_id", text =>
            ViolationsOf(Message.Catalog().Body("Have a look").Thumbnail(text))),
        ["product body"] = (1024, "interactive.body.text", text => ViolationsOf(Message.Product(CatalogId, "apple-1kg").Body(text))),
        ["product footer"] = (60, "interactive.footer.text", text => ViolationsOf(Message.Product(CatalogId, "apple-1kg").Footer(text))),
        ["product retailer id"] = (100, "interactive.action.product_retailer_id", text => ViolationsOf(Message.Product(CatalogId, text))),
        ["list header"] = (60, "interactive.header.text", text => ViolationsOf(List().Products("apple-1kg").Header(text))),
        ["list body"] = (1024, "interactive.body.text", text => ViolationsOf(List().Products("apple-1kg").Body(text))),
        ["list footer"] = (60, "interactive.footer.text", text => ViolationsOf(List().Products("apple-1kg").Footer(text))),
        ["list section title"] = (24, "interactive.action.sections[1].title", text =>
            ViolationsOf(List().Section("Fruit", "apple-1kg").Section(text, "banana-1kg"))),
        ["list retailer id"] = (100, "interactive.action.sections[0].product_items[1].product_retailer_id", text =>
            ViolationsOf(List().Section("Fruit", "apple-1kg", text))),
        ["callback data"] = (512, "biz_opaque_callback_data", text => ViolationsOf(new SendOptions { CallbackData = text })),
    };

    // Repeated until a length is reached: letters, combining signs, and characters outside the basic plane.
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["Latin"] = "Crème brûlée ",
        ["Cyrillic"] = "Свежие яблоки ",
        ["Thai"] = "แอปเปิลสดใหม่ ",
        ["Arabic"] = "تفاح طازج ",
        ["emoji with modifiers"] = "👍🏽👩‍🌾🇧🇷",
    };

    // Not a field: those that it is made of stand in other files, and the order of their initialization is not defined.
    private static Dictionary<string, (int Limit, string Path, Func<string, IReadOnlyList<Violation>> Check)> AllTexts =>
        new([.. Texts, .. ConversationTexts, .. CommerceTexts]);

    public static TheoryData<string, string> LimitsAndScripts
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach (string limit in AllTexts.Keys)
            {
                foreach (string script in Scripts.Keys)
                {
                    rows.Add(limit, script);
                }
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(LimitsAndScripts))]
    public void Build_TextAtItsLimit_IsAllowed(string limit, string script)
    {
        var (length, _, check) = AllTexts[limit];

        Assert.Empty(check(TextOf(script, length)));
    }

    [Theory, MemberData(nameof(LimitsAndScripts))]
    public void Build_TextOneOverItsLimit_IsTheOneViolation(string limit, string script)
    {
        var (length, path, check) = AllTexts[limit];

        Violation violation = Assert.Single(check(TextOf(script, length + 1)));

        Assert.Equal(
            (path, ViolationRule.MaxLength, length, length + 1), (violation.Path, violation.Rule, violation.Limit, violation.Found));
        Assert.Contains("Shorten it by 1", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TenSections_AreAllowed() => Assert.Empty(ViolationsOf(ListOf(sections: 10, products: 10)));

    [Fact]
    public void Build_ElevenSections_AreTheOneViolation()
    {
        Violation violation = Assert.Single(ViolationsOf(ListOf(sections: 11, products: 11)));

        Assert.Equal(
            ("interactive.action.sections", ViolationRule.MaxCount, 10, 11),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Theory, InlineData(1), InlineData(7), InlineData(10)]
    public void Build_ThirtyProductsInTotal_AreAllowed(int sections) => Assert.Empty(ViolationsOf(ListOf(sections, products: 30)));

    [Theory, InlineData(1), InlineData(7), InlineData(10)]
    public void Build_ThirtyOneProductsInTotal_AreTheOneViolation(int sections)
    {
        Violation violation = Assert.Single(ViolationsOf(ListOf(sections, products: 31)));

        Assert.Equal(
            ("interactive.action.sections", ViolationRule.MaxCount, 30, 31),
            (violation.Path, violation.Rule, violation.Limit, violation.Found));
        Assert.Contains("products", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_SkinToneAndFamily_CountAsTheirScalarValues()
    {
        // A thumb with a skin tone is two, a family of three joined by two joiners five.
        Violation violation = Assert.Single(ViolationsOf(List().Section("👍🏽👨‍👩‍👧" + new string('x', 18), "apple-1kg")));

        Assert.Equal(25, violation.Found);
    }

    private static string TextOf(string script, int length)
    {
        StringBuilder text = new();
        Rune[] runes = [.. Scripts[script].EnumerateRunes()];
        for (int i = 0; i < length; i++)
        {
            text.Append(runes[i % runes.Length]);
        }

        return text.ToString();
    }

    private static ProductListMessageBuilder List() => Message.ProductList(CatalogId).Header("Fresh today").Body("Pick what you like");

    private static ProductListMessageBuilder ListOf(int sections, int products)
    {
        ProductListMessageBuilder list = List();
        for (int i = 0; i < sections; i++)
        {
            int section = i;
            int share = (products / sections) + (i < products % sections ? 1 : 0);
            list.Section($"Section {i}", Enumerable.Range(0, share).Select(n => new RetailerId($"sku-{section}-{n}")));
        }

        return list;
    }

    private static IReadOnlyList<Violation> ViolationsOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage
    {
        Assert.Equal(builder.TryBuild(out T? message, out IReadOnlyList<Violation> violations), message is not null);
        return violations;
    }

    private static IReadOnlyList<Violation> ViolationsOf(SendOptions options)
    {
        try
        {
            Message.Text("Hello").Build().ToJson("+16505551234", options);
            return [];
        }
        catch (WhatsCommerceValidationException exception)
        {
            return exception.Violations;
        }
    }
}
