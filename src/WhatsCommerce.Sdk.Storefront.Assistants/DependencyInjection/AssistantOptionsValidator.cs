using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Checks the attributes of <see cref="AssistantOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class AssistantOptionsValidator : IValidateOptions<AssistantOptions>;
