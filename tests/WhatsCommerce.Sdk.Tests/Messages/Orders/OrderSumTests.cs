using System.Numerics;
using System.Text.Json;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Carts of any kind add up to the minor unit, in currencies of none, two, three and four digits.</summary>
public class OrderSumTests
{
    private const int Carts = 500;

    [Theory, InlineData("JPY", 0), InlineData("BRL", 2), InlineData("INR", 2), InlineData("KWD", 3), InlineData("CLF", 4)]
    public void Build_RandomCarts_AddUpToTheMinorUnit(string currency, int digits)
    {
        Random random = new(digits + 20260301);
        for (int i = 0; i < Carts; i++)
        {
            Cart cart = Cart.Random(random, currency, digits);

            OrderDetailsMessage message = Message.OrderDetails("order-42", cart.Fill).Body("Bill").Build();

            // Everything is added up once more, in integers of the minor unit.
            JsonElement parameters = JsonElement.Parse(message.ToJson("+16505551234"))
                .GetProperty("interactive")
                .GetProperty("action")
                .GetProperty("parameters");
            BigInteger subtotal =
                cart.Lines.Aggregate(BigInteger.Zero, (sum, line) => sum + (BigInteger)(line.Sale ?? line.Price) * line.Quantity);
            BigInteger total = subtotal + (cart.Tax ?? 0) + (cart.Shipping ?? 0) - (cart.Discount ?? 0);
            Assert.Equal(subtotal, MinorUnits(parameters.GetProperty("order").GetProperty("subtotal"), digits));
            Assert.Equal(total, MinorUnits(parameters.GetProperty("total_amount"), digits));
            Assert.Equal(Money.FromMinorUnits((long)total, currency), message.Order.Total);
            Assert.Equal(Money.FromMinorUnits((long)subtotal, currency), message.Order.Subtotal);
            Assert.Equal(
                cart.Lines.Select(line => (BigInteger)line.Price),
                parameters.GetProperty("order")
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(item => MinorUnits(item.GetProperty("amount"), digits)));
        }
    }

    [Theory, InlineData("JPY", 0), InlineData("BRL", 2), InlineData("KWD", 3)]
    public void Build_TotalOneMinorUnitOff_IsRefused(string currency, int digits)
    {
        Random random = new(digits + 42);
        for (int i = 0; i < Carts; i++)
        {
            Cart cart = Cart.Random(random, currency, digits);
            Money total = Message.OrderDetails("order-42", cart.Fill).Body("Bill").Build().Order.Total;
            Money off = total + Money.FromMinorUnits(random.Next(2) == 0 || total.Amount == 0 ? 1 : -1, currency);

            Assert.True(Message.OrderDetails("order-42", order => Filled(cart, order).Total(total)).Body("Bill").TryBuild(out _, out _));
            Assert.False(
                Message.OrderDetails("order-42", order => Filled(cart, order).Total(off)).Body("Bill").TryBuild(out _, out var violations));
            Assert.Equal(ViolationRule.Mismatch, Assert.Single(violations).Rule);
        }
    }

    private static OrderDetailsBuilder Filled(Cart cart, OrderDetailsBuilder order)
    {
        cart.Fill(order);
        return order;
    }

    private static BigInteger MinorUnits(JsonElement amount, int digits) =>
        (BigInteger)amount.GetProperty("value").GetInt64() * BigInteger.Pow(10, digits) / amount.GetProperty("offset").GetInt32();

    private sealed record Cart(string Currency, (long Price, long? Sale, int Quantity)[] Lines, long? Tax, long? Shipping, long? Discount)
    {
        public static Cart Random(Random random, string currency, int digits)
        {
            // Small amounts, where cents matter, and large ones, where a double would have lost them.
            long most = random.Next(2) == 0 ? 1_000 : 90_000_000_000_000 / (long)Math.Pow(10, digits);
            var lines = new (long, long?, int)[random.Next(1, 20)];
            for (int i = 0; i < lines.Length; i++)
            {
                long price = random.NextInt64(1, most);
                lines[i] = (price, random.Next(3) == 0 ? random.NextInt64(0, price) : null, random.Next(1, 50));
            }

            long subtotal = lines.Sum(line => (line.Item2 ?? line.Item1) * line.Item3);
            return new Cart(currency, lines, Some(most), Some(most), Some(subtotal + 1));

            long? Some(long below) => random.Next(2) == 0 ? random.NextInt64(0, below) : null;
        }

        public void Fill(OrderDetailsBuilder order)
        {
            order.DigitalGoods().Payment(PaymentSetting.Link("https://shop.example/pay"));
            foreach ((long price, long? sale, int quantity) in Lines)
            {
                order.Item("sku", "Goods", Amount(price), quantity, sale is long given ? Amount(given) : null);
            }

            if (Tax is long tax)
            {
                order.Tax(Amount(tax));
            }

            if (Shipping is long shipping)
            {
                order.Shipping(Amount(shipping));
            }

            if (Discount is long discount)
            {
                order.Discount(Amount(discount));
            }
        }

        private Money Amount(long minorUnits) => Money.FromMinorUnits(minorUnits, Currency);
    }
}
