namespace WhatsCommerce.Storefronts;

/// <summary>The checkout steps of the shop, in order.</summary>
internal sealed class CheckoutSteps
{
    private readonly IReadOnlyList<ICheckoutStep> _steps;
    private readonly Texts _texts;

    public CheckoutSteps(IReadOnlyList<ICheckoutStep> steps, Texts texts)
    {
        _steps = steps;
        _texts = texts;
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ICheckoutStep step in steps)
        {
            if (string.IsNullOrEmpty(step.Name) || step.Name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            {
                throw new InvalidOperationException($"The checkout step \"{step.Name}\" needs a name of letters, digits and -.");
            }

            if (!names.Add(step.Name))
            {
                throw new InvalidOperationException($"Two checkout steps are named \"{step.Name}\"; give each its own name.");
            }
        }
    }

    /// <summary>The first step that the customer has not answered; null when there is none.</summary>
    public ICheckoutStep? NextOf(Cart cart) => _steps.FirstOrDefault(step => step.Applies(cart) && cart.Answers.ValueOf(step.Name) is null);

    public ICheckoutStep? Find(string? name) => _steps.FirstOrDefault(step => step.Name == name);

    public CheckoutStepContext ContextOf(Cart cart, ICheckoutStep step) => new(cart, step.Name, _texts);

    public Task<OutboundMessage> AskAsync(Cart cart, ICheckoutStep step, CancellationToken cancellationToken) =>
        step.AskAsync(ContextOf(cart, step), cancellationToken);
}
