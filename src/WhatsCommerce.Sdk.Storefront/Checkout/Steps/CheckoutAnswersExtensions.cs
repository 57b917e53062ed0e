namespace WhatsCommerce.Storefronts;

/// <summary>Extension methods that read the answers to checkout steps from a cart, an order or a quote draft.</summary>
public static class CheckoutAnswersExtensions
{
    /// <summary>Returns the answer to a step.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="step">The name of the step.</param>
    /// <returns>The answer; <see langword="null"/> when the step was not answered.</returns>
    public static string? ValueOf(this IReadOnlyList<CheckoutAnswer> answers, string step)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.FirstOrDefault(answer => answer.Step == step)?.Value;
    }

    /// <summary>Returns the delivery method.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>The method; <see langword="null"/> when the customer was not asked or has not answered.</returns>
    public static DeliveryMethod? GetDeliveryMethod(this IReadOnlyList<CheckoutAnswer> answers) =>
        answers.ValueOf(DeliveryMethodStep.StepName) is string value && Enum.TryParse(value, out DeliveryMethod method) ? method : null;

    /// <summary>Returns the address.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>The address; <see langword="null"/> when the customer was not asked or has not answered.</returns>
    public static DeliveryAddress? GetAddress(this IReadOnlyList<CheckoutAnswer> answers) =>
        AddressStep.Read(answers.ValueOf(AddressStep.StepName));

    /// <summary>The answers, with the answer to the same step replaced.</summary>
    internal static IReadOnlyList<CheckoutAnswer> With(this IReadOnlyList<CheckoutAnswer> answers, CheckoutAnswer answer) =>
        [.. answers.Where(other => other.Step != answer.Step), answer];
}
