using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Carts. The rule behind them: an order that cannot be priced in full must never look as if it could.</summary>
public sealed class OrderEventTests
{
    [Fact]
    public void Parse_Order_HasEveryValue()
    {
        OrderEvent order = Bodies.ParseOne<OrderEvent>(Bodies.Messages(Bodies.Order(
            """{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},"""
                + """{"product_retailer_id":"bread-rye","quantity":1,"item_price":6,"currency":"USD"}""")));

        Assert.Equal(new MessageId("wamid.order"), order.Id);
        Assert.Equal("order", order.Type);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426800), order.Timestamp);
        Assert.Equal("16505550142", order.Customer.WaId);
        Assert.Equal(new CatalogId("318426097713355"), order.CatalogId);
        Assert.Equal("Ring twice", order.Text);
        Assert.Equal(
            [
                new OrderItem { RetailerId = "apple-1kg", Quantity = 2, ItemPrice = new Money(3.49m, "USD") },
                new OrderItem { RetailerId = "bread-rye", Quantity = 1, ItemPrice = new Money(6m, "USD") },
            ],
            order.Items);
        Assert.Empty(order.AdditionalProperties);
    }

    [Theory]
    [InlineData("7.99", "7.99")]
    [InlineData("\"7.99\"", "7.99")]
    [InlineData("30", "30")]
    [InlineData("599.9", "599.9")]
    [InlineData("7.90", "7.90")]
    [InlineData("\" 7.99 \"", "7.99")]
    [InlineData("7.99e0", "7.99")]
    [InlineData("0.1", "0.1")]
    [InlineData("0", "0")]
    public void Parse_PriceInAnyWriting_IsExact(string price, string expected)
    {
        OrderItem item = ReadItem($$"""{"product_retailer_id":"a","quantity":1,"item_price":{{price}},"currency":"EUR"}""");

        Assert.Equal(new Money(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), "EUR"), item.ItemPrice);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("0.12345678901234567890123456789012345")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"7,99\"")]
    [InlineData("\"$7.99\"")]
    [InlineData("\"\\u0667\"")]
    [InlineData("true")]
    [InlineData("[7.99]")]
    public void Parse_PriceThatIsNoExactDecimal_IsKeptAsItCame(string price)
    {
        OrderItem item = ReadItem($$"""{"product_retailer_id":"a","quantity":1,"item_price":{{price}},"currency":"EUR"}""");

        Assert.Null(item.ItemPrice);
        Assert.True(item.AdditionalProperties.TryGetValue("item_price", out var kept));
        Assert.Equal(price, kept.Text());
        Assert.True(item.AdditionalProperties.Contains("currency"));
    }

    [Theory]
    [InlineData("""{"product_retailer_id":"a","quantity":1}""", 0)]
    [InlineData("""{"product_retailer_id":"a","quantity":1,"item_price":5}""", 1)]
    [InlineData("""{"product_retailer_id":"a","quantity":1,"currency":"EUR"}""", 1)]
    [InlineData("""{"product_retailer_id":"a","quantity":1,"item_price":5,"currency":" "}""", 2)]
    [InlineData("""{"product_retailer_id":"a","quantity":1,"item_price":null,"currency":null}""", 2)]
    public void Parse_PriceWithoutCurrencyOrTheReverse_IsNoMoneyAndNotLost(string json, int kept)
    {
        OrderItem item = ReadItem(json);

        Assert.Null(item.ItemPrice);
        Assert.Equal(kept, item.AdditionalProperties.Count);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("3.0", 3)]
    [InlineData("3e0", 3)]
    [InlineData("2147483647", int.MaxValue)]
    public void Parse_QuantityInAnyWriting_IsANumber(string quantity, int expected) =>
        Assert.Equal(expected, ReadItem($$"""{"product_retailer_id":"a","quantity":{{quantity}}}""").Quantity);

    [Fact]
    public void Parse_RetailerIdAsNumber_IsText() =>
        Assert.Equal(new RetailerId("4711"), ReadItem("""{"product_retailer_id":4711,"quantity":1}""").RetailerId);

    [Theory]
    [InlineData("""{"product_retailer_id":"a","quantity":0}""", ".quantity", "a number")]
    [InlineData("""{"product_retailer_id":"a","quantity":-1}""", ".quantity", "a number")]
    [InlineData("""{"product_retailer_id":"a","quantity":1.5}""", ".quantity", "a number")]
    [InlineData("""{"product_retailer_id":"a","quantity":2147483648}""", ".quantity", "a number")]
    [InlineData("""{"product_retailer_id":"a","quantity":"two"}""", ".quantity", "a string")]
    [InlineData("""{"product_retailer_id":"a","quantity":null}""", ".quantity", "null")]
    [InlineData("""{"product_retailer_id":"a","quantity":[1]}""", ".quantity", "an array")]
    [InlineData("""{"product_retailer_id":"a"}""", ".quantity", "nothing")]
    [InlineData("""{"quantity":1}""", ".product_retailer_id", "nothing")]
    [InlineData("""{"product_retailer_id":" ","quantity":1}""", ".product_retailer_id", "a string")]
    [InlineData("""{"product_retailer_id":{},"quantity":1}""", ".product_retailer_id", "an object")]
    [InlineData("7", "", "a number")]
    [InlineData("[{}]", "", "an array")]
    public void Parse_LineThatCannotBePriced_SpoilsTheWholeOrder(string line, string path, string found)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(Bodies.Messages(Bodies.Order($"{Bodies.Item},{line},{Bodies.Item}")));

        Assert.Equal("entry[0].changes[0].value.messages[0].order.product_items[1]" + path, malformed.Path);
        Assert.Contains($"found {found}", malformed.Reason, StringComparison.Ordinal);
        Assert.Equal(new MessageId("wamid.order"), malformed.MessageId);
        Assert.Equal("16505550142", malformed.Customer.WaId);
        Assert.Equal(1, malformed.Count);
    }

    [Theory]
    [InlineData("{}", ".product_items", "There are no items.")]
    [InlineData("""{"product_items":[]}""", ".product_items", "There are no items.")]
    [InlineData("""{"product_items":null}""", ".product_items", "Expected an array, found null.")]
    [InlineData("""{"product_items":{"a":1}}""", ".product_items", "Expected an array, found an object.")]
    [InlineData("""{"product_items":{"product_retailer_id":"a"}}""", ".product_items", "Expected an array, found an object.")]
    [InlineData("[]", "", "Expected an object, found an array.")]
    [InlineData("5", "", "Expected an object, found a number.")]
    [InlineData("null", "", "The type is order, but there is no member order.")]
    public void Parse_OrderWithoutItems_IsMalformed(string order, string path, string reason)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(Bodies.Messages($$"""{"id":"w","type":"order","order":{{order}}}"""));

        Assert.Equal(("entry[0].changes[0].value.messages[0].order" + path, reason), (malformed.Path, malformed.Reason));
    }

    [Fact]
    public void Parse_TypeSaysOrderButThereIsNone_IsMalformed() =>
        Assert.EndsWith(
            ".order", Bodies.ParseOne<MalformedEvent>(Bodies.Messages("""{"id":"w","type":"order"}""")).Path, StringComparison.Ordinal);

    [Fact]
    public void Parse_OrderWithoutMessageId_IsMalformed() =>
        Assert.EndsWith(".id", Bodies.ParseOne<MalformedEvent>(Bodies.Messages(Bodies.Order(id: " "))).Path, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"w","order":{"product_items":[{"product_retailer_id":"a","quantity":1}]}}""")]
    [InlineData("""{"id":"w","order":{"product_items":[{"product_retailer_id":"a","quantity":1}]},"type":"something_new"}""")]
    public void Parse_OrderOfAnotherTypeOrNone_IsAnOrderByItsPayload(string message) =>
        Assert.IsType<OrderEvent>(Bodies.ParseOne(Bodies.Messages(message)));

    [Fact]
    public void Parse_OrderWithoutTextCatalogSenderOrTime_IsAnOrder()
    {
        OrderEvent order = Bodies.ParseOne<OrderEvent>(
            """{"messages":[{"id":"w","order":{"product_items":[{"product_retailer_id":"a","quantity":1}]}}]}""");

        Assert.Null(order.Text);
        Assert.False(order.CatalogId.HasValue);
        Assert.Null(order.Timestamp);
        Assert.Same(Customer.Unknown, order.Customer);
        Assert.Equal(RecipientKind.None, order.Customer.ToRecipient().Kind);
    }

    [Fact]
    public void Parse_OrderWithFurtherMembers_KeepsThemWithTheirPath()
    {
        OrderEvent order = Bodies.ParseOne<OrderEvent>(Bodies.Messages("""
            {"id":"w","order":{"tax":1,"product_items":[{"product_retailer_id":"a","quantity":1,"size":"L"}]},"text":{"body":"too"},
            "extra":2}
            """));

        Assert.Equal(["extra", "text", "order.tax"], order.AdditionalProperties.Select(pair => pair.Key));
        Assert.Equal(["size"], order.Items[0].AdditionalProperties.Select(pair => pair.Key));
    }

    private static OrderItem ReadItem(string json) => Assert.Single(Bodies.ParseOne<OrderEvent>(Bodies.Messages(Bodies.Order(json))).Items);

    [Theory]
    [InlineData("3.49 USD x 2, 6 USD x 1", "12.98 USD")]
    [InlineData("3.49 USD x 2, 6 EUR x 1, 1 USD x 3", "9.98 USD, 6.00 EUR")]
    [InlineData("3.49 USD x 2, null USD x 1", "")]
    [InlineData("9999999999999999999999999999 USD x 2147483647", "")]
    public void Totals_OfAnOrder_AreOneForEachCurrencyOrNone(string lines, string expected)
    {
        IEnumerable<string> items = lines.Split(", ").Select(line => line.Split(' ')).Select(part =>
            $$"""{"product_retailer_id":"a","item_price":{{part[0]}},"currency":"{{part[1]}}","quantity":{{part[3]}}}""");

        OrderEvent order = Bodies.ParseOne<OrderEvent>(Bodies.Messages(Bodies.Order(string.Join(',', items))));

        Assert.Equal(expected, string.Join(", ", order.Totals));
    }
}
