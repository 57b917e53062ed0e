namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The rules for the additional parameters of a message that is sent directly: its category and its time to live. Source: Meta,
/// direct-send/api-reference and direct-send/configure-message-ttl.
/// </summary>
internal static class DirectSendRules
{
    public static Refusal? Judge(Place request)
    {
        Place category = request["category"];
        Place time = request["ttl_seconds"];
        if (category.IsThere && category.Text?.ToLowerInvariant() is not ("utility" or "authentication"))
        {
            return Refusals.NotOneOf("category", "AUTHENTICATION, UTILITY", category.Text ?? "");
        }

        int most = "authentication".Equals(category.Text, StringComparison.OrdinalIgnoreCase)
            ? Limits.AuthenticationTimeToLive
            : Limits.UtilityTimeToLive;
        return !time.IsThere ? null
            : !category.IsThere ? Refusals.InvalidParameter(
                "The request included one or more unsupported or misspelled parameters: ttl_seconds.")
            : time.Whole is not { } seconds ? Refusals.InvalidParameter("The time-to-live value must be a whole number of seconds.")
            : seconds < Limits.MinTimeToLive ? Refusals.InvalidParameter(
                $"The time-to-live value must be higher than or equal to {Limits.MinTimeToLive}.")
            : seconds > most ? Refusals.InvalidParameter($"The time-to-live value must be lower than or equal to {most}.")
            : null;
    }
}
