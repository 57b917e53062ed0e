using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>A cart that a webhook brought becomes an order to be paid, at the prices of the shop.</summary>
public class OrderOfACartTests
{
    // The device claims 0.01 for the bread.
    private const string Delivery = """
        {
          "object": "whatsapp_business_account",
          "entry": [{
            "id": "102290129340398",
            "changes": [{
              "field": "messages",
              "value": {
                "messaging_product": "whatsapp",
                "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
                "contacts": [{ "profile": { "name": "Pablo" }, "wa_id": "5511987654321" }],
                "messages": [{
                  "from": "5511987654321",
                  "id": "wamid.CART",
                  "timestamp": "1772366400",
                  "type": "order",
                  "order": {
                    "catalog_id": "146265584024623",
                    "text": "No plastic bags, please",
                    "product_items": [
                      { "product_retailer_id": "apple-1kg", "quantity": 2, "item_price": 7.90, "currency": "BRL" },
                      { "product_retailer_id": "rye-750g", "quantity": 1, "item_price": 0.01, "currency": "BRL" }
                    ]
                  }
                }]
              }
            }]
          }]
        }
        """;

    private static readonly StoppedClock Clock = new(DateTimeOffset.FromUnixTimeSeconds(1772366400));

    private static readonly Dictionary<RetailerId, (string Name, Money Price)> Shelf = new()
    {
        ["apple-1kg"] = ("Apples, 1 kg", new Money(7.90m, "BRL")),
        ["rye-750g"] = ("Rye bread", new Money(12.00m, "BRL")),
    };

    [Fact]
    public void OrderDetails_OfACart_IsPricedByTheShop()
    {
        OrderEvent cart =
            Assert.IsType<OrderEvent>(Assert.Single(WebhookParser.Parse(System.Text.Encoding.UTF8.GetBytes(Delivery)).Events));

        OrderDetailsMessage bill = BillFor(cart).Build(Clock);

        Assert.Equal(new Money(27.80m, "BRL"), bill.Order.Subtotal);
        Assert.Equal(new Money(32.80m, "BRL"), bill.Order.Total);
        Assert.Equal(["apple-1kg", "rye-750g"], bill.Order.Items.Select(item => item.RetailerId.Value!));
        Assert.Equal(
            "wamid.CART",
            JsonElement.Parse(bill.ToJson(cart.Customer.ToRecipient(), new SendOptions { ReplyTo = cart.Id }))
                .GetProperty("context")
                .GetProperty("message_id")
                .GetString());
    }

    [Fact]
    public void OrderDetails_OfACartWithWhatTheShopDoesNotSell_IsRefused()
    {
        OrderEvent cart = Assert.IsType<OrderEvent>(Assert.Single(
            WebhookParser.Parse(
                System.Text.Encoding.UTF8.GetBytes(Delivery.Replace("rye-750g", "ghost", StringComparison.Ordinal))).Events));

        WhatsCommerceValidationException exception = Assert.Throws<WhatsCommerceValidationException>(() => BillFor(cart).Build(Clock));

        Assert.Equal("interactive.action.parameters.order.items[1]", Assert.Single(exception.Violations).Path);
    }

    private static OrderDetailsMessageBuilder BillFor(OrderEvent cart) => Message.OrderDetails("order-42", order => order
            .PhysicalGoods()
            .Catalog(cart.CatalogId)
            .ItemsOf(cart.Items, line => Shelf.TryGetValue(line.RetailerId, out var goods)
                ? new OrderDetailsItem(line.RetailerId, goods.Name, goods.Price, line.Quantity)
                : null)
            .Shipping(new Money(5m, "BRL"), "By bicycle")
            .Expires(Clock.Now.AddMinutes(30), "Pay within half an hour")
            .Payment(
                PaymentSetting.PixDynamicCode("00020101021226700014br.gov.bcb.pix", "The corner shop", "39580525000189", PixKeyType.Cnpj)))
        .Body("Here is your bill.");
}
