log-message-title = Log to a deal
manifest-log-message = Keep a message with a deal
activity-message = message
activity-said = written by { $by }, { $link }
