using System.Globalization;
using System.Text.Json.Nodes;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Storefront.Race.Tests;

/// <summary>The shop's books beside the ledger of the provider. The ledger is the truth.</summary>
internal sealed class RaceBooks(LocalLedger ledger)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public List<string> Wrong { get; } = [];

    /// <summary>Judges what one customer has ordered.</summary>
    public void Judge(RaceCustomer customer, JsonArray orders, bool hadNoFaults)
    {
        foreach (JsonNode? order in orders)
        {
            JudgeOrder(customer, order!);
        }

        if (customer.IsClean && hadNoFaults && !orders.Any(order => Is(order!, "state", "Placed") && Is(order!, "payment", "Paid")))
        {
            Wrong.Add($"{customer.Product}: nothing failed, and the customer could not pay: {orders.ToJsonString()}");
        }
    }

    /// <summary>Judges what is left in the ledger: every charge must belong to an order.</summary>
    public void JudgeRest(IEnumerable<string> completed)
    {
        if (ledger.Forgotten > 0)
        {
            Wrong.Add("the ledger is not complete");
        }

        Wrong.AddRange(ledger.Charges.Where(charge => !_known.Contains(charge.Id))
            .Select(charge => $"nobody knows of the charge {charge}"));
        Wrong.AddRange(completed.GroupBy(line => line, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} was completed {group.Count()} times")));
    }

    private void JudgeOrder(RaceCustomer customer, JsonNode order)
    {
        JsonArray attempts = (JsonArray)order["attempts"]!;
        string[] ids = [.. attempts.Select(attempt => attempt!["id"]!.ToString())];
        LocalCharge[] charges = [.. ledger.Charges.Where(charge => charge.Reference is { } reference && ids.Contains(reference))];
        bool isHeld = Is(order, "state", "NeedsReview");
        bool isMarked = order["marked"]!.GetValue<bool>();
        string name = $"{customer.Product} {order["number"]} ({order["state"]}, {order["payment"]})";
        foreach (LocalCharge charge in charges)
        {
            if (!_known.Add(charge.Id))
            {
                Wrong.Add($"{name}: the charge {charge} belongs to two orders");
            }

            JsonNode attempt = attempts.Single(one => one!["id"]!.ToString() == charge.Reference)!;
            if (!Is(attempt, "state", "Paid") || Number(attempt, "paid") != charge.Amount.Amount)
            {
                Wrong.Add($"{name}: the attempt of {charge} is {attempt["state"]}");
            }
        }

        if (charges.Length + (isMarked ? 1 : 0) > 1 && !isHeld)
        {
            Wrong.Add($"{name}: charged {charges.Length} times, {(isMarked ? "" : "not ")}marked");
        }

        if (charges.Length == 1 && !isHeld && order["state"]!.ToString() is not ("Placed" or "Fulfilling" or "Done"))
        {
            Wrong.Add($"{name}: charged, and neither placed nor held");
        }

        if (Is(order, "state", "Placed") && !isMarked && !charges.Any(charge => charge.Amount.Amount == Number(order, "total")))
        {
            Wrong.Add($"{name}: placed and not paid");
        }

        JudgeMistake(name, order, charges, isMarked);

        decimal back = charges.Sum(charge => charge.Refunded.Amount);
        if (!isMarked && (back != Number(order, "refunded") || back != Number(order, "reserved")))
        {
            Wrong.Add($"{name}: the provider gave back {back}, the shop knows of {order["refunded"]} and reserves {order["reserved"]}");
        }

        Wrong.AddRange(attempts.Where(attempt => attempt!["live"]!.GetValue<bool>())
            .Select(attempt => $"{name}: the attempt {attempt!["id"]} is still {attempt["state"]}"));
    }

    /// <summary>What was not taken as it was asked for is held for a person, who is told why.</summary>
    private void JudgeMistake(string name, JsonNode order, LocalCharge[] charges, bool isMarked)
    {
        if (charges is not [{ Checkout.Mistake: not LocalPaymentMistake.None } charge] || isMarked)
        {
            return;
        }

        if (!Is(order, "state", "NeedsReview") || !Is(order, "review", $"{charge.Checkout.Mistake}Differs"))
        {
            Wrong.Add($"{name}: the {charge.Checkout.Mistake} of {charge} is not as it was asked, and the order says {order["review"]}");
        }
    }

    private static bool Is(JsonNode node, string name, string value) => node[name]?.ToString() == value;

    private static decimal? Number(JsonNode node, string name) => node[name]?.GetValue<decimal>();
}
