namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents the cart for which a checkout step asks a question or reads an answer, with the texts and button ids for the question.
/// </summary>
public sealed class CheckoutStepContext
{
    private readonly Texts _texts;
    private readonly string _step;

    /// <summary>Initializes a new instance, for tests of your own steps.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="step">The name of the step.</param>
    /// <param name="options">The options with the shop's texts; <see langword="null"/> for the default texts.</param>
    public CheckoutStepContext(Cart cart, string step, StorefrontOptions? options = null)
        : this(cart, step, new Texts(options ?? new StorefrontOptions())) { }

    internal CheckoutStepContext(Cart cart, string step, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(cart);
        ArgumentException.ThrowIfNullOrWhiteSpace(step);
        Cart = cart;
        _step = step;
        _texts = texts;
    }

    /// <summary>Gets the cart.</summary>
    public Cart Cart { get; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string Language => _texts.LanguageOf(Cart.Language);

    /// <summary>Gets an answer that the customer has to confirm; <see langword="null"/> when there is none.</summary>
    public string? Draft => Cart.Answers.FirstOrDefault(answer => answer.Step == _step)?.Draft;

    /// <summary>Returns the id for a button of this step.</summary>
    /// <param name="value">The value of the button, at most 60 characters.</param>
    /// <returns>The id, which <see cref="PressedValue"/> maps back to the value.</returns>
    public string ButtonId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Buttons.Of(Buttons.Step, Cart.Id, $"{_step}={Uri.EscapeDataString(value)}");
    }

    /// <summary>Returns the value of the button that was pressed.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The value; <see langword="null"/> when no button of this step and cart was pressed.</returns>
    public string? PressedValue(InboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Buttons.Read(message.ButtonId) is (Buttons.Step, CartId cart, string argument) && cart == Cart.Id
            && argument.StartsWith(_step + "=", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(argument[(_step.Length + 1)..])
            : null;
    }

    /// <summary>Returns a text of the shop in the language of the customer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">The values of the placeholders that the text uses.</param>
    /// <returns>The text.</returns>
    public string Text(StorefrontText text, params ReadOnlySpan<(string Name, string Value)> values) =>
        _texts.Get(text, Cart.Language, values);
}
