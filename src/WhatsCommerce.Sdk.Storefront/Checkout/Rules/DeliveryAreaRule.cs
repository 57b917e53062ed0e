namespace WhatsCommerce.Storefronts;

/// <summary>Rejects addresses outside the delivery area; the customer can enter another one.</summary>
internal sealed class DeliveryAreaRule(DeliveryArea area, Texts texts) : ICheckoutRule
{
    public string? ChangesAnswerOf => AddressStep.StepName;

    public Task<string?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken) => Task.FromResult(
        cart.Answers.GetDeliveryMethod() != DeliveryMethod.Pickup
            && cart.Answers.GetAddress() is DeliveryAddress address
            && !area.Contains(address)
            ? texts.Get(StorefrontText.OutsideArea, cart.Language)
            : null);
}
