namespace WhatsCommerce.Testing.Api;

/// <summary>Finds what an id names, as Graph does: one space of ids for every kind of object.</summary>
internal sealed class GraphNodes(EmulatorContext context)
{
    /// <summary>The object that an id names, if the token opens it. One that it does not open is as unknown as one that does not exist.</summary>
    public object? Find(string id, string token) => Find(id) is { } node && IsOpen(node, token) ? node : null;

    private object? Find(string id) =>
        context.Numbers.TryGetValue(id, out EmulatedNumber? number) ? number
        : context.Accounts.TryGetValue(id, out EmulatedAccount? account) ? account
        : null;

    // A number has one token; an account is opened by the tokens of its numbers.
    private bool IsOpen(object node, string token) => node switch
    {
        EmulatedNumber number => number.HasToken(token),
        EmulatedAccount account => context.Numbers.Values.Any(number => number.Account == account && number.HasToken(token)),
        _ => true,
    };
}
