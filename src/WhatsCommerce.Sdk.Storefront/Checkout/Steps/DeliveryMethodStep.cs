namespace WhatsCommerce.Storefronts;

/// <summary>Asks with two buttons whether the goods are delivered or picked up.</summary>
internal sealed class DeliveryMethodStep : ICheckoutStep
{
    public const string StepName = "delivery";

    public string Name => StepName;

    public Task<OutboundMessage> AskAsync(CheckoutStepContext context, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundMessage>(Message.Buttons()
            .Body(context.Text(StorefrontText.AskDeliveryMethod))
            .Button(context.ButtonId(nameof(DeliveryMethod.Delivery)), context.Text(StorefrontText.DeliverButton))
            .Button(context.ButtonId(nameof(DeliveryMethod.Pickup)), context.Text(StorefrontText.PickupButton))
            .Build());

    public Task<StepReading> ReadAsync(CheckoutStepContext context, InboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(context.PressedValue(message) is nameof(DeliveryMethod.Delivery) or nameof(DeliveryMethod.Pickup)
            ? StepReading.Answered(context.PressedValue(message)!)
            : StepReading.None);
}
