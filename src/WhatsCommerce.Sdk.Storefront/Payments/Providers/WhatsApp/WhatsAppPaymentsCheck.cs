using Microsoft.Extensions.Options;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Checks the options of payments within WhatsApp.</summary>
/// <param name="hasPix">Whether the app has an <see cref="IPixSource"/> for a shop, by its name.</param>
internal sealed class WhatsAppPaymentsCheck(Func<string?, bool> hasPix) : IValidateOptions<WhatsAppPaymentsOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppPaymentsOptions options)
    {
        List<string> problems = [];
        if (options.Gateway is null && !hasPix(name))
        {
            problems.Add($"WhatsApp payments need {nameof(options.Gateway)} (India) or a registered {nameof(IPixSource)} (Brazil).");
        }

        bool hasName = options.ConfigurationName is { Length: > 0 } text && text.Length <= MessageLimits.PaymentConfigurationName;
        if (options.Gateway is not null && !hasName)
        {
            problems.Add($"{nameof(options.ConfigurationName)} is required with a gateway, at most "
                + $"{MessageLimits.PaymentConfigurationName} characters.");
        }

        if (ProviderTitles.Problem(options.Title) is string title)
        {
            problems.Add(title);
        }

        int longest = MessageLimits.InteractiveBody;
        foreach (string body in (IEnumerable<string>)[options.Body, .. options.Bodies.Values, options.CanceledText])
        {
            if (string.IsNullOrWhiteSpace(body) || body.Length > longest)
            {
                problems.Add($"Body, Bodies and CanceledText must have from 1 to {longest} characters; one has {body?.Length ?? 0}.");
            }
        }

        if (string.IsNullOrWhiteSpace(options.ExpirationText)
            || options.ExpirationText.Length > MessageLimits.OrderExpirationDescription)
        {
            problems.Add($"ExpirationText must have from 1 to {MessageLimits.OrderExpirationDescription} characters.");
        }

        string where = options.SectionPath is { } path ? $"WhatsApp payments ({path}): " : "";
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => where + problem));
    }
}
