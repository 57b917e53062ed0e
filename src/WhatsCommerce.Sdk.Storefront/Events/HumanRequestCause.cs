namespace WhatsCommerce.Storefronts;

/// <summary>Specifies why a person should answer.</summary>
public enum HumanRequestCause
{
    /// <summary>The assistant handed the conversation over, because the customer asked for it or because it could not help.</summary>
    Assistant,

    /// <summary>The assistant's answer named an amount, a link or an account that no tool had returned. It was withheld.</summary>
    AnswerWithheld,

    /// <summary>The customer pressed the button of a reminder that asks for a person.</summary>
    Reminder,
}
