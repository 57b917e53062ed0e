using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Tool.Events;

/// <summary>The events of <c>trigger</c>, each with its own arguments.</summary>
internal static class TriggerEvents
{
    private const string Device = "command line";

    /// <summary>The command of each event, and its parser.</summary>
    public static IEnumerable<(Command Command, Func<ParseResult, TriggeredEvent> Read)> All() =>
        [Text(), Order(), Question(), Location(), Reaction(), Button(), Status()];

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Text()
    {
        Argument<string> text = new("text") { Description = "What the customer writes." };
        return (
            new("text", "The customer writes a text.") { text },
            parsed => Sent("text", new("text", Text: parsed.GetValue(text))));
    }

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Order()
    {
        Argument<string[]> items = new("item")
        {
            Description = "Retailer ids, each with a quantity if it is not 1: mug-ocean:2.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> note = ToolOptions.Text("--note", "TEXT", "What the customer writes below the cart.");
        Option<string?> price = Price();
        return (
            new("order", "The customer sends a cart.") { items, note, price },
            parsed => OrderOf(parsed.GetValue(items)!, parsed.GetValue(note), parsed.GetValue(price)));
    }

    private static TriggeredEvent OrderOf(string[] items, string? note, string? price)
    {
        ItemJson[] wanted = [.. items.Select(ItemOf)];
        return new("message order", async (link, customer, end) =>
        {
            CustomerJson owner = await link.CustomerAsync(new(UserId: customer), end).ConfigureAwait(false);
            string device = owner.Devices.FirstOrDefault(device => device.Name == Device)?.Id
                ?? (await link.AddDeviceAsync(customer, Device, end).ConfigureAwait(false)).Id;
            CartJson cart = new([], 0, null, []);
            foreach (ItemJson item in wanted)
            {
                cart = await link.PutAsync(customer, device, item, end).ConfigureAwait(false);
            }

            // Removes lines that an earlier, failed order left in the cart.
            foreach (CartLineJson line in cart.Lines.Where(line => !Array.Exists(wanted, item => item.RetailerId == line.RetailerId)))
            {
                await link.PutAsync(customer, device, new(line.RetailerId, 0), end).ConfigureAwait(false);
            }

            await link.SendCartAsync(customer, device, note, end).ConfigureAwait(false);
        })
        {
            Products = [.. wanted.Select(item => item.RetailerId)],
            Price = price ?? "1.00 USD",
        };
    }

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Question()
    {
        Argument<string> item = new("item") { Description = "The retailer id of the product." };
        Argument<string> text = new("text")
        {
            Description = "What the customer asks.",
            DefaultValueFactory = _ => "Is this available?",
        };
        Option<string?> price = Price();
        return (
            new("question", "The customer asks about a product.") { item, text, price },
            parsed => Sent("text", new("text", Text: parsed.GetValue(text), About: parsed.GetValue(item))) with
            {
                Products = [parsed.GetValue(item)!],
                Price = parsed.GetValue(price) ?? "1.00 USD",
            });
    }

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Location()
    {
        Argument<decimal> latitude = Degrees("latitude", "Degrees north.");
        Argument<decimal> longitude = Degrees("longitude", "Degrees east. A negative one stands behind --: location -- 40.7 -74.");
        return (
            new("location", "The customer shares a place.") { latitude, longitude },
            parsed => Sent(
                "location", new("location", Latitude: parsed.GetValue(latitude), Longitude: parsed.GetValue(longitude))));
    }

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Reaction()
    {
        Argument<string> message = new("message") { Description = "The id of a message in the customer's chat." };
        Argument<string> emoji = new("emoji") { Description = "The emoji." };
        return (
            new("reaction", "The customer reacts to a message, at an emulator only.") { message, emoji },
            parsed => Sent("reaction", new("reaction", MessageId: parsed.GetValue(message), Emoji: parsed.GetValue(emoji))));
    }

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Button()
    {
        Argument<string> message = new("message") { Description = "The id of the message with the button." };
        Argument<string> button = new("button") { Description = "The id of the button, or of a template's quick reply its payload." };
        return (
            new("button", "The customer presses a button, at an emulator only.") { message, button },
            parsed => Sent("", new("button", MessageId: parsed.GetValue(message), Button: parsed.GetValue(button))));
    }

    private static (Command Command, Func<ParseResult, TriggeredEvent> Read) Status()
    {
        Argument<string> status = new("status") { Description = "The status." };
        status.AcceptOnlyFromAmong("sent", "delivered", "read", "failed");
        Option<string?> message = ToolOptions.Text("--message", "ID", "With --to: the id of the message that the status is about.");
        return (
            new("status", "A message of the app reaches a status; at an emulator: the customer reads what has arrived.")
            {
                status, message,
            },
            parsed => StatusOf(parsed.GetValue(status)!, parsed.GetValue(message)));
    }

    private static TriggeredEvent StatusOf(string status, string? message) => new(
        $"status {status}",
        (link, customer, end) => status == "read"
            ? ReadAsync(link, customer, end)
            : throw new CannotRunException(
                $"The emulator reports '{status}' by itself; 'read' can be brought about. Any status can be posted with --to and "
                    + "--message."))
    {
        MessageId = message,
        Configure = options =>
        {
            if (message is null)
            {
                throw new CannotRunException("A status is about a message: name it with --message.");
            }

            options.CustomersStartInsideWindow = status != "failed";
            options.WindowErrorAsStatus = true;
        },
        ComposeAsync = async (cloud, customer, end) =>
        {
            ServiceCollection services = new();
            services.AddWhatsCommerce(cloud.Configure);
            ServiceProvider provider = services.BuildServiceProvider();
            await using (provider.ConfigureAwait(false))
            {
                WhatsCommerceClient client = provider.GetRequiredService<WhatsCommerceClient>();
                await client.Messages.SendAsync(customer.Address, Message.Text("-").Build(), cancellationToken: end)
                    .ConfigureAwait(false);
            }

            if (status == "read")
            {
                await customer.ReadAsync(end).ConfigureAwait(false);
            }
        },
    };

    private static async Task ReadAsync(EmulatorLink link, string customer, CancellationToken end)
    {
        CustomerJson reader = await link.CustomerAsync(new(UserId: customer), end).ConfigureAwait(false);
        if (reader.Unread == 0)
        {
            throw new CommandFailedException(
                "The customer has nothing unread. Customers read what arrives by themselves, unless their card on the page says "
                    + "otherwise.");
        }

        await link.ReadAsync(customer, end).ConfigureAwait(false);
    }

    private static TriggeredEvent Sent(string type, ActionJson action) =>
        new($"message {type}".TrimEnd(), (link, customer, end) => link.ActAsync(customer, action, end));

    private static ItemJson ItemOf(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int quantity)
            ? new(text[..colon], quantity)
            : new(text);
    }

    private static Option<string?> Price() =>
        ToolOptions.Text("--price", "PRICE", "With --to: the price of each item, such as \"3.49 USD\". Default: 1.00 USD.");

    private static Argument<decimal> Degrees(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal degrees))
            {
                result.AddError($"{name}: '{text}' is not valid: expected degrees, such as 52.52.");
            }

            return degrees;
        },
    };
}
