using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>Represents an amount of an hourly budget.</summary>
/// <param name="Turns">Messages of the customer that the model answers.</param>
/// <param name="Calls">Tool calls.</param>
/// <param name="Messages">Messages that tools send.</param>
/// <param name="Products">Products that tools show.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AssistantUse(int Turns = 0, int Calls = 0, int Messages = 0, int Products = 0)
{
    /// <summary>Adds two uses.</summary>
    /// <param name="left">The first use.</param>
    /// <param name="right">The second use.</param>
    public static AssistantUse operator +(AssistantUse left, AssistantUse right) => left.Add(right);

    /// <summary>Adds another use.</summary>
    /// <param name="other">The other use.</param>
    /// <returns>The sum of both.</returns>
    public AssistantUse Add(AssistantUse other) =>
        new(Turns + other.Turns, Calls + other.Calls, Messages + other.Messages, Products + other.Products);

    /// <summary>Determines whether it is within limits.</summary>
    /// <param name="limits">The maximum of each value.</param>
    /// <returns>Whether no value exceeds its limit.</returns>
    public bool Fits(AssistantUse limits) =>
        Turns <= limits.Turns && Calls <= limits.Calls && Messages <= limits.Messages && Products <= limits.Products;
}
