namespace WhatsCommerce.Storefronts;

/// <summary>Asks for a note to the order, unless the customer sent one with the cart.</summary>
internal sealed class NoteStep : ICheckoutStep
{
    public const string StepName = "note";
    private const string Nothing = "nothing";

    public string Name => StepName;

    public static string? Read(IReadOnlyList<CheckoutAnswer> answers) => answers.ValueOf(StepName) is { Length: > 0 } note ? note : null;

    public bool Applies(Cart cart) => cart.Note is null;

    public Task<OutboundMessage> AskAsync(CheckoutStepContext context, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundMessage>(Message.Buttons()
            .Body(context.Text(StorefrontText.AskNote))
            .Button(context.ButtonId(Nothing), context.Text(StorefrontText.NoNoteButton))
            .Build());

    public Task<StepReading> ReadAsync(CheckoutStepContext context, InboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(message switch
        {
            _ when context.PressedValue(message) == Nothing => StepReading.Answered(""),
            { Kind: InboundMessageKind.Text, Text: string note }
                when !MessageChoices.IsSame(context.Text(StorefrontText.NoNoteButton), note) => StepReading.Answered(note),
            _ => StepReading.None,
        });
}
