namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>Finds orders and order statuses in messages: in interactive messages and in templates.</summary>
internal static class OrderMessages
{
    /// <summary>The orders for which a message requests payment.</summary>
    public static IEnumerable<Place> Details(JsonElement message) =>
        Interactive(message, "review_and_pay").Concat(
            Components(message).SelectMany(component => component["parameters"].Items)
                .Select(parameter => parameter["action"]["order_details"])
                .Where(details => details.IsObject));

    /// <summary>The order statuses in a message.</summary>
    public static IEnumerable<Place> Statuses(JsonElement message) =>
        Interactive(message, "review_order").Concat(
            Components(message).SelectMany(component => component["parameters"].Items)
                .Select(parameter => parameter["order_status"])
                .Where(status => status.IsObject));

    /// <summary>
    /// Checks a status transition: a completed or canceled order cannot change, and a paid order cannot be canceled. Source: Meta,
    /// payments-br/orders and payments-in/pg, errors 2046 and 2047.
    /// </summary>
    public static Refusal? Move(string from, string to, bool isPaid)
    {
        string now = Plain(from);
        string next = Plain(to);
        return now is "completed" or "canceled" && next != now
            ? new(400, 2046, "(#2046) Invalid status transition") { Details = $"The order is {now}, and cannot become {next}." }
            : next == "canceled" && now != "canceled" && isPaid
                ? new(400, 2047, "(#2047) Cannot cancel order") { Details = "The order is paid, and cannot be canceled." }
                : null;
    }

    // Meta's pages spell it both ways.
    private static string Plain(string status) => status.Replace('_', '-');

    private static IEnumerable<Place> Interactive(JsonElement message, string name)
    {
        Place action = new Place(message, "")["interactive"]["action"];
        return action["name"].Text == name && action["parameters"].IsObject ? [action["parameters"]] : [];
    }

    private static IEnumerable<Place> Components(JsonElement message)
    {
        Place[] own = [.. new Place(message, "")["template"]["components"].Items];
        return own.Concat(own.SelectMany(component => component["cards"].Items).SelectMany(card => card["components"].Items));
    }
}
