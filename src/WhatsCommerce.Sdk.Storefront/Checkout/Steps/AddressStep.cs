namespace WhatsCommerce.Storefronts;

/// <summary>
/// Asks for the address: with a flow or India's address form if configured, otherwise as text or a location. The customer confirms text
/// with a button; a form or a location needs no confirmation.
/// </summary>
internal sealed class AddressStep(DeliveryStepOptions options) : ICheckoutStep
{
    public const string StepName = "address";

    private const string Yes = "yes";
    private const string No = "no";
    private const string India = "91";

    // The address must fit into the confirmation question.
    private const int LongestText = 600;

    public string Name => StepName;

    public static DeliveryAddress? Read(string? value)
    {
        try
        {
            return string.IsNullOrEmpty(value) ? null : JsonSerializer.Deserialize(value, StepsJson.Default.DeliveryAddress);
        }
        catch (JsonException)
        {
            // The answer of a custom step with that name is plain text.
            return new DeliveryAddress { Text = value };
        }
    }

    public bool Applies(Cart cart) => cart.Answers.GetDeliveryMethod() != DeliveryMethod.Pickup;

    public Task<OutboundMessage> AskAsync(CheckoutStepContext context, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundMessage>(Read(context.Draft) switch
        {
            { } draft => Message.Buttons()
                .Body(context.Text(StorefrontText.ConfirmAddress, ("address", draft.Shown)))
                .Button(context.ButtonId(Yes), context.Text(StorefrontText.ConfirmAddressButton))
                .Button(context.ButtonId(No), context.Text(StorefrontText.ChangeAddressButton))
                .Build(),
            _ when options.AddressFlowId is string flow => Message.Flow(flow)
                .Body(context.Text(StorefrontText.AskAddressForm))
                .Button(context.Text(StorefrontText.AddressFormButton))
                .Token(context.Cart.Id.ToString())
                .Build(),
            _ when options.UseIndianAddressForm && PhoneCountries.IsOf(context.Cart.To, India) =>
                Message.AddressRequest().Body(context.Text(StorefrontText.AskAddressForm)).Build(),
            _ => Message.LocationRequest().Body(context.Text(StorefrontText.AskAddress)).Build(),
        });

    public Task<StepReading> ReadAsync(CheckoutStepContext context, InboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult((context.PressedValue(message), message.Kind) switch
        {
            (Yes, _) when context.Draft is string draft => StepReading.Answered(draft),
            (not null, _) => StepReading.AskAgain,
            (_, InboundMessageKind.Location) => StepReading.Answered(Write(OfPlace(message))),
            (_, InboundMessageKind.Form) => AddressForm.Read(message) is DeliveryAddress address
                ? StepReading.Answered(Write(address))
                : StepReading.AskAgain,
            (_, InboundMessageKind.Text) when IsTitle(context, message) => StepReading.None,
            (_, InboundMessageKind.Text) when message.Text is { Length: <= LongestText } text =>
                StepReading.Confirm(Write(new DeliveryAddress { Text = text.Trim() })),
            (_, InboundMessageKind.Text) => StepReading.AskAgain,
            _ => StepReading.None,
        });

    // A customer whose app cannot show buttons types the title.
    private static bool IsTitle(CheckoutStepContext context, InboundMessage message) => context.Draft is not null
        && (MessageChoices.IsSame(context.Text(StorefrontText.ConfirmAddressButton), message.Text)
            || MessageChoices.IsSame(context.Text(StorefrontText.ChangeAddressButton), message.Text));

    private static DeliveryAddress OfPlace(InboundMessage message)
    {
        string text = string.Join('\n', ((string?[])[message.PlaceName, message.PlaceAddress]).Where(line => line is not null));
        return new DeliveryAddress
        {
            Text = text.Length == 0 ? null : text,
            Latitude = message.Latitude,
            Longitude = message.Longitude,
        };
    }

    private static string Write(DeliveryAddress address) => JsonSerializer.Serialize(address, StepsJson.Default.DeliveryAddress);
}
